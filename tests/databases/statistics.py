"""What a database learns about its tables when it has time, and a test has none."""

from django.db import connection


def know_the_tables() -> None:
    """Tell PostgreSQL how many rows there are now.

    It looks by itself a minute after they were committed. What a test has just written
    it takes for a handful, and then goes through all of it again for each row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
