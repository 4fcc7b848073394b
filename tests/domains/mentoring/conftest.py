from datetime import timedelta
from types import SimpleNamespace

import pytest

from quarterdeck.domains.mentoring import services
from quarterdeck.domains.people import services as people
from tests.planned_here import planned_here

__all__ = ["ask", "days", "pair", "planned_here", "room"]


@pytest.fixture
def days(at):
    return {"starts_on": at.date(), "ends_on": at.date() + timedelta(days=180)}


@pytest.fixture
def room(cast, at):
    """Bob of Support bakes a little; Charlie of Kitchen bakes well and will mentor."""
    act = {"by": cast.alice, "at": at}
    baking = people.add_skill(name="Baking", **act)
    levels = {cast.bob: 2, cast.charlie: 4, cast.alice: 5}
    for user, level in levels.items():
        people.assess_skill(
            person=cast.person(user),
            skill=baking,
            level=level,
            on=at.date(),
            by=user,
            at=at,
        )
    offer = services.offer_mentoring(
        capacity=1,
        skills=[baking],
        themes="",
        since=at.date(),
        by=cast.charlie,
        at=at,
    )
    wish = services.wish_for_mentor(skill=baking, by=cast.bob, at=at)
    return SimpleNamespace(baking=baking, offer=offer, wish=wish)


@pytest.fixture
def ask(cast, at, room, days):
    """Ask somebody for Bob's wish; with `pair` it is agreed on, too."""

    def asked(mentor=None, **more):
        usual = {
            "wish": room.wish,
            "mentor": cast.person(mentor or cast.charlie),
            "goal": "Bake for forty",
            "leaders_see_goal": False,
            "weeks": 3,
            "by": cast.bob,
            "at": at,
            **days,
        }
        return services.ask_mentor(**{**usual, **more})

    return asked


@pytest.fixture
def pair(cast, at, ask):
    return services.agree_to_mentoring(pair=ask(), by=cast.charlie, at=at)


@pytest.fixture
def closed(cast):
    """Somebody's account was opened by a link that Olga made."""
    from quarterdeck.domains.accounts.models import AccountOpening, User

    def close(user, at):
        AccountOpening.objects.create(user=user, link_made_by=cast.olga, opened_at=at)
        return User.objects.get(pk=user.pk)

    return close
