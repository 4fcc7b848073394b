"""One world for a whole file: built once, left as it was after every request."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    from tests.access.stage import Stage
    from tests.access.world import World
    from tests.cast import Cast

    now = datetime(2026, 6, 1, 9, tzinfo=UTC)
    # The clock stands still, so that nothing in the world ends while it is looked at.
    still = time_machine.travel(now, tick=False)
    with still, django_db_blocker.unblock(), transaction.atomic():
        yield Stage(World(Cast(now)))
        transaction.set_rollback(True)
