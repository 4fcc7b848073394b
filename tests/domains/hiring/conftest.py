from datetime import date
from types import SimpleNamespace

import pytest

from quarterdeck.domains.development.services import add_profile, ask_skill
from quarterdeck.domains.hiring import services
from quarterdeck.domains.people.services import add_skill
from quarterdeck.domains.strategy.models import Value

DAY = date(2026, 6, 8)


@pytest.fixture
def room(cast, at):
    """Alice looks for a baker; Bob and Charlie interview Pia with two questions."""
    act = {"by": cast.alice, "at": at}
    baking = add_skill(name="Baking", **act)
    care = Value.objects.create(name="Care", created_at=at, updated_at=at)
    profile = add_profile(name="Baker", **act)
    ask_skill(profile=profile, skill=baking, level=3, **act)
    role = services.open_role(
        title="Baker", team=cast.support, profile=profile, values=[care], **act
    )
    for user in (cast.bob, cast.charlie):
        services.add_to_hiring_team(role=role, person=cast.person(user), **act)
    anchors = {"weak": "None", "good": "Some", "strong": "Many"}
    questions = [
        services.add_question(
            role=role, text="Which loaf failed?", skill=baking, **anchors, **act
        ),
        services.add_question(
            role=role, text="Whom did you help?", value=care, **anchors, **act
        ),
    ]
    pia = services.add_candidate(role=role, name="Pia", contact="pia@x.test", **act)
    found = SimpleNamespace(
        role=role, baking=baking, care=care, questions=questions, pia=pia, act=act
    )
    found.bobs = services.plan_interview(
        candidate=pia, person=cast.person(cast.bob), planned_on=DAY, **act
    )
    found.charlies = services.plan_interview(
        candidate=pia, person=cast.person(cast.charlie), planned_on=DAY, **act
    )
    return found


@pytest.fixture
def hand_in(room, at):
    """Hand in a scorecard with these scores, in the order of the questions."""

    def act(interview, by, *scores, evidence="heard"):
        written = {
            question.pk: (score, evidence)
            for question, score in zip(room.questions, scores, strict=True)
        }
        return services.hand_in_scorecard(
            interview=interview, scores=written, by=by, at=at
        )

    return act


@pytest.fixture
def heard(room, hand_in, cast, at):
    """Both handed in, the scores are open."""
    hand_in(room.bobs, cast.bob, 1, 3)
    hand_in(room.charlies, cast.charlie, 4, 3)
    room.pia = services.open_scores(candidate=room.pia, **room.act)
    return room
