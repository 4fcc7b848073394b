from datetime import timedelta

import pytest

from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.queries import next_meeting


@pytest.fixture
def pair(cast, at):
    """Alice and Bob meet every two weeks."""
    bob = cast.person(cast.bob)
    day = at.date() + timedelta(days=3)
    return services.start_pair(person=bob, by=cast.alice, at=at, next_on=day)


@pytest.fixture
def meeting(pair):
    return next_meeting(pair)


@pytest.fixture
def closed(cast):
    """Somebody's account was opened by a link that Olga made."""
    from quarterdeck.domains.accounts.models import AccountOpening, User

    def close(user, at):
        AccountOpening.objects.create(user=user, link_made_by=cast.olga, opened_at=at)
        return User.objects.get(pk=user.pk)

    return close
