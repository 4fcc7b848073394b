"""Tests take the tables from the models at once; an instance takes them step by step."""

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.slow
OWN = "django_migrations"  # what has been done; tests keep no such table


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


def test_migrations_make_the_tables_that_the_models_describe(ready, db):
    migrated = connection.copy()
    name = (
        ready.database if ready.is_postgresql else ready.folder / "quarterdeck.sqlite3"
    )
    migrated.settings_dict["NAME"] = name
    try:
        found = tables_of(migrated)
    finally:
        migrated.close()
    described = tables_of(connection)
    assert found.pop(OWN)
    described.pop(OWN, None)
    assert set(found) == set(described)
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("quarterdeck.")
    }
    assert len(ours) > 50
    assert {t: found[t] for t in ours} == {t: described[t] for t in ours}


def tables_of(database) -> dict[str, tuple[object, object]]:
    """Each table's columns and constraints; in what order they were added is no matter."""
    with database.cursor() as cursor:
        return {
            name: (columns(database, cursor, name), constraints(database, cursor, name))
            for name in database.introspection.table_names(cursor)
        }


def columns(database, cursor, table):
    described = database.introspection.get_table_description(cursor, table)
    return sorted(
        (one.name, str(one.type_code), one.null_ok, one.display_size)
        for one in described
    )


def constraints(database, cursor, table):
    """What must hold; names are those of the moment in which they were made."""
    found = database.introspection.get_constraints(cursor, table)
    return sorted(
        repr(sorted((key, rule) for key, rule in one.items() if key != "definition"))
        for one in found.values()
    )
