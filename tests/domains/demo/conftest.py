"""One demo for a whole file: made once, left as it was after every test."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.demo import services
from tests.databases.statistics import know_the_tables


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        leader = services.make_demo(at=datetime(2026, 6, 1, 9, tzinfo=UTC))
        know_the_tables()
        yield leader.pk
        transaction.set_rollback(True)


@pytest.fixture
def leader(made, db):
    return User.objects.get(pk=made)
