"""Somebody's development on one page: roles with their gaps, goals with their steps."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person, PersonSkill
from quarterdeck.domains.people.permissions import is_member
from quarterdeck.domains.people.queries import led_by
from quarterdeck.domains.people.rules import is_stale

from ..models import (
    DevelopmentGoal,
    DevelopmentStep,
    RoleHolding,
    SkillProof,
)
from ..permissions import can_see_development_of
from ..rules import Fit, Known, fits_of
from .profiles import requirements_of

SHOWN = 50  # closed goals and answered proofs; the newest


@dataclass(frozen=True)
class Role:
    """A role that somebody is in or aims for, with what they have of it."""

    holding: RoleHolding
    fits: list[Fit]

    @property
    def is_aim(self) -> bool:
        return self.holding.kind == RoleHolding.Kind.AIMS

    @property
    def counts(self) -> dict[str, int]:
        """How many skills of the role are there, missing, and not known."""
        gaps = [fit.missing for fit in self.fits]
        return {
            "there": sum(one == 0 for one in gaps),
            "missing": sum(bool(one) for one in gaps),
            "unknown": sum(one is None for one in gaps),
        }


@dataclass(frozen=True)
class Goal:
    """A development goal with the steps that are on it."""

    row: DevelopmentGoal
    steps: list[DevelopmentStep]

    @property
    def done(self) -> int:
        return sum(step.done_at is not None for step in self.steps)


@dataclass(frozen=True)
class Growth:
    """Everything one page shows of somebody's development."""

    person: Person
    roles: list[Role]
    goals: list[Goal]
    closed: list[DevelopmentGoal]
    proofs: list[SkillProof]
    wishes: list[PersonSkill]  # skills marked "wants to grow"


def get_person_to_develop(*, user: Any, person_id: int) -> Person:
    """Return the user, or somebody they lead; everybody else is not there."""
    return _in_reach(user).get(pk=person_id)


def growth_of(*, user: Any, person: Person, today: date) -> Growth:
    """Read it in a fixed number of queries; nothing for whoever may not see it."""
    if not can_see_development_of(user, person):
        return Growth(person, [], [], [], [], [])
    levels = list(person.skills.select_related("skill").order_by("skill__name"))
    goals = _goals_of(person)
    return Growth(
        person=person,
        roles=_roles(person, levels, today),
        goals=[
            Goal(row, list(row.steps.all()))
            for row in goals.filter(closure=None).order_by("ends_on", "id")
        ],
        closed=list(
            goals.exclude(closure=None).order_by("-closure__closed_at")[:SHOWN]
        ),
        proofs=list(_proofs(person)),
        wishes=[row for row in levels if row.wants_to_grow],
    )


def get_goal(*, user: Any, goal_id: int) -> DevelopmentGoal:
    """Return a goal of the user's own, or of somebody they lead."""
    rows = DevelopmentGoal.objects.filter(person__in=_in_reach(user))
    return rows.select_related("person", "skill", "team_goal", "closure").get(
        pk=goal_id
    )


def get_step(*, user: Any, step_id: int) -> DevelopmentStep:
    rows = DevelopmentStep.objects.filter(goal__person__in=_in_reach(user))
    return rows.select_related("goal__person", "goal__closure").get(pk=step_id)


def get_holding(*, user: Any, holding_id: int) -> RoleHolding:
    rows = RoleHolding.objects.filter(person__in=_in_reach(user))
    return rows.select_related("person", "profile").get(pk=holding_id)


def _in_reach(user: Any) -> QuerySet[Person]:
    rows = led_by(user, Person.objects.all())
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows)


def _roles(person: Person, levels: list[PersonSkill], today: date) -> list[Role]:
    rows = RoleHolding.objects.filter(person=person, profile__retired_at=None)
    holdings = list(rows.select_related("profile"))
    asked = requirements_of(one.profile_id for one in holdings)
    known = {
        row.skill_id: Known(row.level, is_stale(row.assessed_on, today))
        for row in levels
    }
    return [Role(one, fits_of(asked[one.profile_id], known)) for one in holdings]


def _goals_of(person: Person) -> QuerySet[DevelopmentGoal]:
    steps = DevelopmentStep.objects.filter(removed_at=None).order_by(
        F("done_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "id"
    )
    rows = DevelopmentGoal.objects.filter(person=person)
    rows = rows.select_related("skill", "team_goal", "closure__closed_by")
    return rows.prefetch_related(Prefetch("steps", steps))


def _proofs(person: Person) -> QuerySet[SkillProof]:
    rows = SkillProof.objects.filter(person=person)
    rows = rows.select_related("skill", "task", "asked", "answered_by")
    return rows.order_by("-id")[:SHOWN]
