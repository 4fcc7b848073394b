"""One world for a whole file: laid down once, left as it was after every request."""

import pytest
import time_machine
from django.db import transaction

from tests.conftest import AT


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    from tests.access.kept_world import kept_world
    from tests.access.stage import Stage

    # The clock stands still, so that nothing in the world ends while it is looked at.
    still = time_machine.travel(AT, tick=False)
    with still, django_db_blocker.unblock(), transaction.atomic():
        yield Stage(kept_world(AT))
        transaction.set_rollback(True)
