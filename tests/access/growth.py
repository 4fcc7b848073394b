"""Oscar's development, each word of it for him and his leaders alone."""

from typing import Any

from quarterdeck.domains.development import services
from quarterdeck.domains.development.models import SkillProof
from quarterdeck.domains.people.services import confirm_level

NEAR = ("owner", "leader", "captain")


def add_growth(world: Any) -> None:
    at, by, person = world.at, world.cast.alice, world.person
    act = {"by": by, "at": at}
    world.profile = services.add_profile(name="Head baker", **act)
    world.other_profile = services.add_profile(name="Baker", **act)
    world.retired_profile = services.add_profile(name="Runner", **act)
    services.retire_profile(profile=world.retired_profile, **act)
    services.ask_skill(profile=world.profile, skill=world.skill, level=4, **act)
    world.holding = services.aim_for_role(
        person=person, profile=world.profile, since=at.date(), **act
    )
    words = {"why": world.secret("growth-why", *NEAR)}
    world.growth_goal = services.add_development_goal(
        person=person, title=world.secret("growth-goal", *NEAR), **words, **act
    )
    world.closed_growth_goal = services.add_development_goal(
        person=person, title="Done", **act
    )
    services.close_development_goal(
        goal=world.closed_growth_goal,
        outcome="reached",
        lesson=world.secret("growth-lesson", *NEAR),
        **act,
    )
    step = {"goal": world.growth_goal, "kind": "at_work"}
    world.step = services.add_step(
        title=world.secret("growth-step", *NEAR), **step, **act
    )
    world.done_step = services.add_step(title="Done", **step, **act)
    services.finish_step(step=world.done_step, **act)
    world.removed_step = services.add_step(title="Off", **step, **act)
    services.remove_step(step=world.removed_step, **act)
    # Petra can tell who bakes well: whoever shows it may ask her.
    world.baker = world.cast.person(world.cast._join("Petra", world.cast.support))
    confirm_level(
        person=world.baker,
        skill=world.other_skill,
        level=5,
        evidence="",
        on=at.date(),
        **act,
    )
    # Bob was asked: he reads what is shown, and nothing else of Oscar's.
    world.proof = SkillProof.objects.create(
        person=person,
        skill=world.skill,
        level=4,
        what=world.secret("growth-proof", "peer", *NEAR),
        asked=world.cast.person(world.cast.bob),
        **world.stamped(),
    )
    world.secrets[world.proof.what] = frozenset(("peer", *NEAR))
    _own_plan(world)


def _own_plan(world: Any) -> None:
    """What Oscar wants of his own leading: not even his leader reads it."""
    owner, at = world.roles.owner, world.at
    own = {"person": world.person, "quarter": at.date(), "by": owner, "at": at}
    services.set_own_aim(aim=world.secret("own-aim", "owner"), **own)
    services.mark_practice(
        practice="feedback",
        mark=2,
        evidence=world.secret("own-mark", "owner"),
        **own,
    )
    world.own_step = services.add_own_step(
        title=world.secret("own-step", "owner"), **own
    )
    world.done_own_step = services.add_own_step(title="Done", **own)
    services.finish_own_step(step=world.done_own_step, by=owner, at=at)
    world.removed_own_step = services.add_own_step(title="Off", **own)
    services.remove_own_step(step=world.removed_own_step, by=owner, at=at)
