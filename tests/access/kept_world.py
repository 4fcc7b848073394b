"""The world is built once in a process; its rows are laid down wherever it is asked for.

Building it takes a second of services; its rows are back in hundredths of one.
"""

from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime

from django.db import connection, transaction

from tests.access.world import World
from tests.cast import Cast

Rows = dict[str, list[tuple[object, ...]]]
kept: dict[datetime, tuple[World, Rows]] = {}


def kept_world(at: datetime) -> World:
    """Give a world that may be changed; the database must hold no records yet."""
    if at not in kept:
        kept[at] = built(at)
    world, rows = kept[at]
    with transaction.atomic():
        for table, lines in rows.items():
            put(table, lines)
    return deepcopy(world)


def built(at: datetime) -> tuple[World, Rows]:
    with transaction.atomic():
        before = {table: set(read(table)) for table in tables()}
        world = World(Cast(at))
        now = {table: read(table) for table in tables()}
        transaction.set_rollback(True)
    for table, lines in before.items():
        assert lines <= set(now[table]), f"what stood in {table} before was changed"
    return world, {
        table: [line for line in lines if line not in before[table]]
        for table, lines in now.items()
        if len(lines) > len(before[table])
    }


def tables() -> list[str]:
    return sorted(connection.introspection.table_names())


def columns(table: str) -> list[str]:
    """Those that are written; SQLite hides here what it works out itself."""
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA table_info("{table}")')
        return [name for _, name, *_ in cursor.fetchall()]


def read(table: str) -> list[tuple[object, ...]]:
    """The rows as the database keeps them, not as Python would have them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" TO STDOUT') as lines:
                whole = b"".join(map(bytes, lines))
            return [(line,) for line in whole.splitlines(keepends=True)]
        # A column as it stands would be converted by its type; an expression is not.
        raw = ", ".join(f'+"{name}"' for name in columns(table))
        cursor.execute(f'SELECT {raw} FROM "{table}"')
        return cursor.fetchall()


def put(table: str, lines: Iterable[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                for (line,) in lines:
                    copy.write(line)
            return
        names = columns(table)
        spaces = ", ".join(["%s"] * len(names))
        listed = ", ".join(f'"{name}"' for name in names)
        cursor.executemany(f'INSERT INTO "{table}" ({listed}) VALUES ({spaces})', lines)
