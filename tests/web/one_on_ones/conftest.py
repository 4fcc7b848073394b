from datetime import timedelta

import pytest
from django.utils import timezone

from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.queries import next_meeting


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def pair(cast, now):
    """Alice and Bob meet every two weeks, next tomorrow."""
    bob = cast.person(cast.bob)
    day = timezone.localdate(now) + timedelta(days=1)
    return services.start_pair(person=bob, by=cast.alice, at=now, next_on=day)


@pytest.fixture
def meeting(pair):
    return next_meeting(pair)
