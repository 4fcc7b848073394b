"""The open role of the demo and its newcomer, through the real services."""

from datetime import datetime, timedelta
from typing import Any

from quarterdeck.domains.development.models import RoleProfile
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.hiring import services as hiring
from quarterdeck.domains.hiring.choices import STARTERS
from quarterdeck.domains.hiring.models import (
    Candidate,
    InterviewQuestion,
    OnboardingTemplate,
    OpenRole,
)
from quarterdeck.domains.hiring.queries import rows_of
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.services import finish_task
from quarterdeck.domains.strategy.models import Value

from .calendar import working_day
from .cast import Cast
from .story import hiring as story


def look_for_somebody(cast: Cast, goals: dict[str, Goal]) -> None:
    """Open the role, meet who applied, and take in who began lately."""
    role, questions = _open(cast, goals)
    for name, source, contact, days, state in story.CANDIDATES:
        at = _ago(cast, days)
        candidate = hiring.add_candidate(
            role=role, name=name, source=source, contact=contact, by=cast.leader, at=at
        )
        _meet(cast, candidate, questions, days, state)
    _take_in(cast)


def _open(
    cast: Cast, goals: dict[str, Goal]
) -> tuple[OpenRole, list[InterviewQuestion]]:
    title, why, team, profile, goal, _, interview = story.ROLE
    act: dict[str, Any] = {"by": cast.leader, "at": _ago(cast, 45)}
    role = hiring.open_role(
        title=title,
        why=why,
        team=cast.teams[team],
        goal=goals.get(goal),
        profile=RoleProfile.objects.get(name=profile),
        values=list(Value.objects.filter(name__in=story.VALUES)),
        hours=24,
        **act,
    )
    OpenRole.objects.filter(pk=role.pk).update(is_demo=True)
    for key in interview:
        hiring.add_to_hiring_team(role=role, person=cast.people[key], **act)
    pay = {"cost_low": 21_000, "cost_high": 24_000}
    hiring.edit_hiring_file(role=role, changes=pay, **act)
    values = {one.name: one for one in Value.objects.all()}
    questions = [
        hiring.add_question(
            role=role,
            text=text,
            skill=cast.skills.get(about),
            value=values.get(about),
            weak=weak,
            good=good,
            strong=strong,
            **act,
        )
        for about, text, weak, good, strong in story.QUESTIONS
    ]
    return role, questions


def _meet(
    cast: Cast,
    candidate: Candidate,
    questions: list[InterviewQuestion],
    days: int,
    state: str,
) -> None:
    if state == "new":
        return
    heard = story.HEARD[candidate.name]
    at = _ago(cast, max(days - 9, 1))
    for key in story.ROLE[-1]:
        written = heard.get(key)
        day = at.date() if written else cast.today
        interview = hiring.plan_interview(
            candidate=candidate,
            person=cast.people[key],
            planned_on=day,
            by=cast.leader,
            at=_ago(cast, days),
        )
        if written:
            scores = {q.pk: one for q, one in zip(questions, written, strict=True)}
            hiring.hand_in_scorecard(
                interview=interview, scores=scores, by=cast.user(key), at=at
            )
    if state != "half":
        hiring.open_scores(candidate=candidate, by=cast.leader, at=_ago(cast, 2))
    if state == "not":
        _decline(cast, candidate)


def _decline(cast: Cast, candidate: Candidate) -> None:
    decision = hiring.decide_on_candidate(
        candidate=candidate,
        outcome="not",
        reason=story.REASON,
        skills=[cast.skills["Handling complaints"]],
        values=list(Value.objects.filter(name="Trust first")),
        by=cast.leader,
        at=_ago(cast, 2),
    )
    sam = cast.user("sam")
    hiring.note_dissent(decision=decision, text=story.DISSENT, by=sam, at=_ago(cast, 2))
    on = _ago(cast, 1)
    hiring.tell_candidate(candidate=candidate, on=on.date(), by=cast.leader, at=on)


def _take_in(cast: Cast) -> None:
    who, days, leader, buddy = story.NEWCOMER
    by, begun = cast.user(leader), working_day(cast.today, -days)
    person = cast.people[who]
    Person.objects.filter(pk=person.pk).update(starts_on=begun)
    for key, one in STARTERS.items():
        if one.name not in story.SAID:
            continue
        at = _ago(cast, 20)
        template = hiring.add_template(
            name=one.name, purpose=one.purpose, starter=key, by=cast.leader, at=at
        )
        OnboardingTemplate.objects.filter(pk=template.pk).update(is_demo=True)
        onboarding = hiring.start_onboarding(
            person=person,
            template=template,
            starts_on=begun,
            buddy=cast.people[buddy],
            by=by,
            at=_ago(cast, 15),
        )
        project = onboarding.project
        assert project is not None
        type(project).objects.filter(pk=project.pk).update(is_demo=True)
        for row in rows_of(user=by, onboarding=onboarding, today=cast.today):
            if row.is_late and row.step.day != 4:
                finish_task(task=row.task, by=by, at=_ago(cast, 1))


def _ago(cast: Cast, days: int) -> datetime:
    return cast.at - timedelta(days=days)
