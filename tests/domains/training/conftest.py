from decimal import Decimal
from types import SimpleNamespace

import pytest

from quarterdeck.domains.development import services as development
from quarterdeck.domains.people import services as people
from quarterdeck.domains.training import services


@pytest.fixture
def room(cast, at):
    """Bob of Support lacks two levels his role asks for; a programme trains them."""
    act = {"by": cast.alice, "at": at}
    bob, alice = cast.person(cast.bob), cast.person(cast.alice)
    leading = people.add_skill(name="Leading talks", **act)
    people.assess_skill(person=bob, skill=leading, level=2, on=at.date(), **act)
    role = development.add_profile(name="Team lead", **act)
    development.ask_skill(profile=role, skill=leading, level=4, **act)
    development.aim_for_role(person=bob, profile=role, since=at.date(), **act)
    topic = services.add_topic(name="Conflict resolution", **act)
    programme = services.add_programme(
        name="Hard talks",
        provider="Adult school",
        topics=[topic],
        form="on_site",
        hours=Decimal(12),
        price=Decimal(300),
        **act,
    )
    services.train_skill(programme=programme, skill=leading, level=4, **act)
    return SimpleNamespace(
        bob=bob,
        alice=alice,
        skill=leading,
        role=role,
        topic=topic,
        programme=programme,
        act=act,
        mine={"by": cast.bob, "at": at},
    )


@pytest.fixture
def place(room):
    """Bob asked for a place."""
    return services.ask_for_place(
        programme=room.programme, person=room.bob, why="I dread them", **room.mine
    )


@pytest.fixture
def attended(room, place, at):
    """Bob was there; five questions wait for him and for Alice."""
    services.approve_place(enrolment=place, **room.act)
    services.book_place(enrolment=place, cost=Decimal(300), **room.act)
    return services.attend_programme(enrolment=place, on=at.date(), **room.mine)
