"""A new instance takes its tables from the models at once; an old one, step by step."""

import re
from collections import defaultdict

import pytest
from django.db import connection

from .instance import Instance

pytestmark = pytest.mark.slow
# Django gives the rows of this link narrower numbers than its migrations do; we keep none.
LINK_OF_DJANGO = "auth_group_permissions"


def test_every_change_of_a_model_has_its_migration(ready):
    ready.python(
        "from django.core.management import call_command\n"
        'call_command("makemigrations", "--check", "--dry-run", verbosity=0)'
    )


def test_tables_that_are_behind_are_named(instance):
    instance.python(
        "from django.db import connection\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        'MigrationRecorder(connection).record_unapplied("background_jobs", "0001_initial")'
    )
    told = instance.command("doctor", check=False)
    assert told.returncode != 0
    assert "quarterdeck migrate" in told.stdout


@pytest.fixture
def step_by_step(tmp_path):
    """An instance that has made every migration, one after the other."""
    instance = Instance(tmp_path)
    try:
        instance.python(
            "from django.core.management import call_command\n"
            'call_command("migrate", verbosity=0)',
            seconds=300,  # 15 of its own, beside other tests
        )
        yield instance
    finally:
        instance.end()


def test_migrations_make_the_tables_that_the_models_describe(ready, step_by_step, db):
    at_once, found = tables_in(ready), tables_in(step_by_step)
    assert len(at_once) > 80
    assert set(at_once) == set(found)
    assert {
        table: (made, found[table])
        for table, made in at_once.items()
        if made != found[table] and table != LINK_OF_DJANGO
    } == {}


def test_what_ends_while_tables_are_made_leaves_none(tmp_path):
    broken = Instance(tmp_path)
    try:
        left = broken.python(
            "from django.db import connection\n"
            "from quarterdeck.project import tables\n"
            "def full(*told, **how): raise OSError('no room')\n"
            "tables.call_command = full\n"
            "try: tables.bring_up_to_date()\n"
            "except OSError: print(json.dumps(connection.introspection.table_names()))"
        )
        assert left == []
        broken.command("migrate")
        assert broken.command("doctor").returncode == 0
    finally:
        broken.end()


def tables_in(instance):
    database = connection.copy()
    database.settings_dict["NAME"] = (
        instance.database
        if instance.is_postgresql
        else instance.folder / "quarterdeck.sqlite3"
    )
    try:
        with database.cursor() as cursor:
            told = in_postgresql if instance.is_postgresql else in_sqlite
            return told(cursor) | noted(cursor)
    finally:
        database.close()


def in_sqlite(cursor):
    """What each table and index was made by; columns in any order, indexes unnamed."""
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE sql > ''")
    found = defaultdict(list)
    for name, table, sql in cursor.fetchall():
        head, body = sql.split("(", 1)
        parts = sorted(re.split(r', (?="|CONSTRAINT )', body.removesuffix(")")))
        found[table].append((head.replace(f'"{name}"', ""), parts))
    return {table: sorted(made) for table, made in found.items()}


COLUMNS = """
    SELECT table_name, column_name, data_type, is_nullable, column_default,
           character_maximum_length, identity_generation
    FROM information_schema.columns WHERE table_schema = 'public'"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, contype::text, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace"""
INDEXES = """
    SELECT tablename, replace(indexdef, indexname, '')
    FROM pg_indexes WHERE schemaname = 'public'"""


def in_postgresql(cursor):
    """Each table's columns in any order, its constraints and indexes without names."""
    found = defaultdict(list)
    for asked in (COLUMNS, CONSTRAINTS, INDEXES):
        cursor.execute(asked)
        for table, *row in cursor.fetchall():
            found[table].append(tuple(map(str, row)))
    return {table: sorted(rows) for table, rows in found.items()}


def noted(cursor):
    """The migrations that count as done, and the kinds of records that are known."""
    cursor.execute("SELECT app, name FROM django_migrations")
    done = sorted(cursor.fetchall())
    cursor.execute("SELECT app_label, model FROM django_content_type")
    return {"migrations": done, "kinds": sorted(cursor.fetchall())}
