"""One world for a whole file: built once, left as it was after every request."""

from datetime import UTC, datetime

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    from tests.access.stage import Stage
    from tests.access.world import World
    from tests.cast import Cast

    with django_db_blocker.unblock(), transaction.atomic():
        yield Stage(World(Cast(datetime(2026, 6, 1, 9, tzinfo=UTC))))
        transaction.set_rollback(True)
