"""A person's page says who mentors, to every member, while the offer stands."""

import pytest

from quarterdeck.domains.mentoring import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(cast, at):
    return services.offer_mentoring(
        capacity=1,
        skills=[],
        themes="A first year",
        since=at.date(),
        by=cast.bob,
        at=at,
    )


def test_members_read_the_offer_and_its_room(as_user, cast, offer):
    page = f"/people/{cast.person(cast.bob).pk}/"
    for user in (cast.charlie, cast.alice, cast.bob):
        assert "A first year" in as_user(user).get(page).text
    assert "no room now" not in as_user(cast.charlie).get(page).text


def test_a_withdrawn_offer_is_gone_for_its_owner_too(as_user, cast, at, offer):
    services.withdraw_offer(offer=offer, by=cast.bob, at=at)
    page = f"/people/{cast.person(cast.bob).pk}/"
    for user in (cast.charlie, cast.bob):
        assert "A first year" not in as_user(user).get(page).text
