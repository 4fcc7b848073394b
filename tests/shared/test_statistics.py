import pytest
from django.db import connection

from quarterdeck.shared.statistics import refresh_statistics


@pytest.mark.django_db
def test_the_database_has_looked_at_its_tables(cast):
    refresh_statistics()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'people'")
            assert cursor.fetchone()[0] > 0
