"""Development goals: what somebody wants to learn or become, and by when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import DevelopmentGoal
from .audiences import must_plan, tell
from .closing import refuse_closed


class LevelOfNoSkill(RuleBroken):
    pass


@transaction.atomic
def add_development_goal(
    *, person: Person, title: str, by: Any, at: datetime, **fields: Any
) -> DevelopmentGoal:
    """Write down an aim; the person and their leaders read it, nobody else."""
    must_plan(by, person)
    _refuse_bare_level(fields.get("skill"), fields.get("level"))
    goal = DevelopmentGoal.objects.create(
        person=person, title=title, created_at=at, updated_at=at, **fields
    )
    tell("development_goal.added", goal, person, by=by, at=at)
    return goal


@transaction.atomic
def edit_development_goal(
    *,
    goal: DevelopmentGoal,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> DevelopmentGoal:
    must_plan(by, goal.person)
    goal = DevelopmentGoal.objects.select_for_update().get(pk=goal.pk)
    refuse_closed(goal)
    _refuse_bare_level(
        changes.get("skill", goal.skill_id), changes.get("level", goal.level)
    )
    if revise_privately(goal, changes, at=at, seen_version=seen_version):
        tell("development_goal.edited", goal, goal.person, by=by, at=at)
    return goal


def _refuse_bare_level(skill: Any, level: int | None) -> None:
    if level is not None and skill is None:
        raise LevelOfNoSkill("A level is a level of a skill. Name the skill, too.")
