"""The tables of the database: made at once where there are none, else brought up to date.

Step by step an empty database passes through every state the tables ever had, and Django
draws all models anew at each of them: most of a first start. What both ways make is
compared by tests/faults/test_tables.py.
"""

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import (
    emit_post_migrate_signal,
    emit_pre_migrate_signal,
)
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

QUIET: dict[str, Any] = {"verbosity": 0, "interactive": False}


def bring_up_to_date() -> None:
    """Make or change the tables if anything is pending; quick when nothing is."""
    make_tables_if_there_are_none()
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", **QUIET)


def make_tables_if_there_are_none() -> None:
    """Make all tables as the models describe them, with all migrations noted as done.

    In one transaction: whoever is killed meanwhile finds none the next time.
    """
    connection = connections["default"]
    if connection.introspection.table_names():
        return
    emit_pre_migrate_signal(db="default", **QUIET)
    recorder = MigrationRecorder(connection)
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        editor.create_model(recorder.Migration)
        call_command("createcachetable", database="default", verbosity=0)
        for app, name in MigrationExecutor(None).loader.disk_migrations:
            recorder.migration_qs.create(app=app, name=name)
    emit_post_migrate_signal(db="default", **QUIET)
