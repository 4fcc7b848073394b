"""What the database knows about its own tables, so that it picks the right index."""

from django.db import connection


def refresh_statistics() -> None:
    """Call after many rows came or went. PostgreSQL sees to it by itself, but later.

    SQLite looks only at tables that have grown much since it last looked, and at no
    more than some hundred rows of an index, so this takes milliseconds.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=400")
            cursor.execute("PRAGMA optimize=0x10002")
        elif connection.vendor == "postgresql":
            cursor.execute("ANALYZE")
