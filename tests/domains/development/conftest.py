from types import SimpleNamespace

import pytest

from quarterdeck.domains.development import services
from quarterdeck.domains.people import services as people


@pytest.fixture
def room(cast, at):
    """Bob of Support, whom Alice leads; a skill he has, a role he aims for, an aim."""
    act = {"by": cast.alice, "at": at}
    bob = cast.person(cast.bob)
    baking = people.add_skill(name="Baking", **act)
    level = {"person": bob, "skill": baking, "level": 2, "wants_to_grow": True}
    people.assess_skill(on=at.date(), **level, **act)
    role = services.add_profile(name="Baker", **act)
    services.ask_skill(profile=role, skill=baking, level=4, **act)
    goal = services.add_development_goal(person=bob, title="Bake alone", **act)
    return SimpleNamespace(bob=bob, baking=baking, role=role, goal=goal, act=act)
