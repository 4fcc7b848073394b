"""What is deleted is overwritten in the file, not only struck from the tables."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def overwriting() -> Iterator[None]:
    """Have SQLite write zeros over what goes, and empty its log of changes afterwards.

    PostgreSQL does that by itself in time; the documentation says when.
    """
    if connection.vendor != "sqlite":
        yield
        return
    before = _pragma("secure_delete")
    _pragma("secure_delete = ON")
    try:
        yield
    finally:
        _pragma(f"secure_delete = {before}")
        if not connection.in_atomic_block:
            _pragma("wal_checkpoint(TRUNCATE)")


def _pragma(what: str) -> object:
    with connection.cursor() as cursor:
        row = cursor.execute(f"PRAGMA {what}").fetchone()
    return row[0] if row else None
