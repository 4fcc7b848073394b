"""One world for a whole file: laid down once, left as it was after every request."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    from tests.access.kept_world import kept_world
    from tests.access.stage import Stage

    now = datetime(2026, 6, 1, 9, tzinfo=UTC)
    # The clock stands still, so that nothing in the world ends while it is looked at.
    still = time_machine.travel(now, tick=False)
    with still, django_db_blocker.unblock(), transaction.atomic():
        yield Stage(kept_world(now))
        transaction.set_rollback(True)
