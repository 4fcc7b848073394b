"""Roles that are looked for, with candidates that only their hiring teams may know.

Wilma decides on the first, Omar interviews; Uma does too, and her account is in doubt.
Alice, who leads the team, is on no hiring team but that of the role she kept.
"""

from datetime import date, timedelta
from typing import Any

from quarterdeck.domains.hiring import services
from quarterdeck.domains.hiring.models import Candidate

TEAM = ("writer", "other")
ANCHORS = {"weak": "W", "good": "G", "strong": "S"}
LATER = date(2026, 6, 20)


def add_hiring(world: Any) -> None:
    world.open_role = _role(world, "Looked for")
    world.fresh_role = _role(world, "Fresh")
    _questions(world)
    _candidates(world)
    _kept_by_the_leader(world)
    _onboarding(world)


def _act(world: Any, role: str = "leader") -> dict[str, Any]:
    return {"by": getattr(world.roles, role), "at": world.at}


def _role(world: Any, title: str) -> Any:
    """A role that Alice opens and leaves to Wilma, Omar and Uma."""
    act = _act(world)
    role = services.open_role(title=title, team=world.cast.support, **act)
    services.require_skill(role=role, skill=world.skill, level=3, **act)
    for name in ("other", "unproven"):
        person = world.cast.person(getattr(world.roles, name))
        services.add_to_hiring_team(role=role, person=person, **act)
    wilma = world.cast.person(world.roles.writer)
    services.name_decider(role=role, person=wilma, **act)
    alice = role.hiring_team.get(person__user=world.cast.alice)
    services.remove_from_hiring_team(member=alice, **_act(world, "writer"))
    return role


def _questions(world: Any) -> None:
    act = _act(world, "writer")
    world.asked = services.add_question(
        role=world.open_role,
        text=world.secret("interview-question", *TEAM),
        skill=world.skill,
        **ANCHORS,
        **act,
    )
    fresh = {"role": world.fresh_role, "skill": world.skill, **ANCHORS, **act}
    world.question = services.add_question(text="Q", **fresh)
    world.removed_question = services.add_question(text="R", **fresh)
    services.remove_question(question=world.removed_question, **act)


def _candidate(world: Any, name: str) -> Any:
    return services.add_candidate(
        role=world.open_role,
        name=world.secret(f"candidate-{name}", *TEAM),
        contact=world.secret(f"contact-{name}", *TEAM),
        **_act(world, "writer"),
    )


def _met(world: Any, candidate: Any, who: str, evidence: str = "") -> Any:
    interview = services.plan_interview(
        candidate=candidate,
        person=world.cast.person(getattr(world.roles, who)),
        planned_on=world.at.date(),
        **_act(world, "writer"),
    )
    if evidence:
        services.hand_in_scorecard(
            interview=interview,
            scores={world.asked.pk: (2, evidence)},
            **_act(world, who),
        )
    return interview


def _candidates(world: Any) -> None:
    act = _act(world, "writer")
    world.candidate = _candidate(world, "met")
    _met(world, world.candidate, "writer", world.secret("heard", "writer"))
    world.interview = _met(world, world.candidate, "other")
    draft = {world.asked.pk: (None, world.secret("scorecard-draft", "other"))}
    services.write_scorecard(
        interview=world.interview, scores=draft, **_act(world, "other")
    )
    world.scored = _candidate(world, "scored")
    _met(world, world.scored, "other", world.secret("scored", "other"))
    world.opened = _candidate(world, "opened")
    _met(world, world.opened, "other", world.secret("opened", *TEAM))
    services.open_scores(candidate=world.opened, **act)
    world.decided = _candidate(world, "decided")
    services.decide_on_candidate(
        candidate=world.decided,
        outcome="not",
        reason=world.secret("decision", *TEAM),
        skills=[world.skill],
        **act,
    )
    world.away = _candidate(world, "away")
    services.withdraw_candidate(candidate=world.away, **act)
    world.overdue = _candidate(world, "overdue")
    Candidate.objects.filter(pk=world.overdue.pk).update(
        erase_on=world.at.date() - timedelta(days=1)
    )


def _kept_by_the_leader(world: Any) -> None:
    """Alice decides on this one: who hires leads the team, too."""
    act = _act(world)
    role = services.open_role(title="Kept", team=world.cast.support, **act)
    question = services.add_question(
        role=role, text="Q", skill=world.skill, **ANCHORS, **act
    )
    insider = world.cast.person(world.cast.charlie)
    for name in ("chosen", "hired", "insider"):
        candidate = services.add_candidate(
            role=role,
            name=name.title(),
            contact=world.secret(name, "leader"),
            person=insider if name == "insider" else None,
            **act,
        )
        interview = services.plan_interview(
            candidate=candidate,
            person=world.cast.person(world.cast.alice),
            planned_on=world.at.date(),
            **act,
        )
        scores = {question.pk: (4, "heard")}
        services.hand_in_scorecard(interview=interview, scores=scores, **act)
        services.open_scores(candidate=candidate, **act)
        services.decide_on_candidate(
            candidate=candidate,
            outcome="hire",
            reason="R",
            skills=[world.skill],
            **act,
        )
        setattr(world, name, candidate)
    services.hire_candidate(candidate=world.hired, starts_on=LATER, **act)
    world.paused_role = services.open_role(
        title="Paused", team=world.cast.support, **act
    )
    services.pause_role(role=world.paused_role, **act)


def _onboarding(world: Any) -> None:
    """Oscar is taken in by Alice, with Wilma as his buddy."""
    act = _act(world)
    for name in ("template", "other_template", "retired_template"):
        made = services.add_template(name=name, **act)
        setattr(world, name, made)
        step = {"template": made, "title": "S", "day": 0, "who": "newcomer"}
        world.onboarding_step = services.add_step(**step, **act)
    services.retire_template(template=world.retired_template, **act)
    world.onboarding_step = world.other_template.steps.get()
    world.removed_step_of_template = services.add_step(
        template=world.other_template, title="R", day=1, who="buddy", **act
    )
    services.remove_step(step=world.removed_step_of_template, **act)
    begin = {"person": world.person, "starts_on": LATER, **act}
    buddy = world.cast.person(world.roles.writer)
    world.onboarding = services.start_onboarding(
        template=world.template, buddy=buddy, **begin
    )
    services.answer_onboarding(
        onboarding=world.onboarding,
        clear=world.secret("clear", "owner", "leader"),
        missing="M",
        readers="leader",
        **_act(world, "owner"),
    )
    further = services.add_template(name="Further", starter="first_day", **act)
    world.stopped_onboarding = services.start_onboarding(template=further, **begin)
    services.stop_onboarding(onboarding=world.stopped_onboarding, **act)
