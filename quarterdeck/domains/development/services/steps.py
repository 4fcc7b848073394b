"""The steps of a development goal: added, changed, done with what shows it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.errors import RuleBroken

from ..models import DevelopmentGoal, DevelopmentStep
from .audiences import must_plan, tell
from .closing import refuse_closed


class StepIsRemoved(RuleBroken):
    pass


@transaction.atomic
def add_step(
    *,
    goal: DevelopmentGoal,
    title: str,
    kind: str,
    by: Any,
    at: datetime,
    due_on: date | None = None,
    task: Task | None = None,
) -> DevelopmentStep:
    must_plan(by, goal.person)
    refuse_closed(goal)
    step = DevelopmentStep.objects.create(
        goal=goal,
        title=title,
        kind=kind,
        due_on=due_on,
        task=task,
        created_at=at,
        updated_at=at,
    )
    tell("development_step.added", step, goal.person, by=by, at=at)
    return step


@transaction.atomic
def edit_step(
    *,
    step: DevelopmentStep,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> DevelopmentStep:
    step = _locked(step, by)
    return _revise(step, changes, "development_step.edited", by, at, seen_version)


@transaction.atomic
def finish_step(
    *, step: DevelopmentStep, by: Any, at: datetime, evidence: str = ""
) -> DevelopmentStep:
    """Tick a step off, with what shows that it was done, if anything does."""
    step = _locked(step, by)
    changes = {"done_at": at, "evidence": evidence or step.evidence}
    return _revise(step, changes, "development_step.finished", by, at)


@transaction.atomic
def reopen_step(*, step: DevelopmentStep, by: Any, at: datetime) -> DevelopmentStep:
    step = _locked(step, by)
    return _revise(step, {"done_at": None}, "development_step.reopened", by, at)


@transaction.atomic
def remove_step(*, step: DevelopmentStep, by: Any, at: datetime) -> DevelopmentStep:
    step = _locked(step, by)
    return _revise(step, {"removed_at": at}, "development_step.removed", by, at)


@transaction.atomic
def restore_step(*, step: DevelopmentStep, by: Any, at: datetime) -> DevelopmentStep:
    step = _locked(step, by, removed=True)
    return _revise(step, {"removed_at": None}, "development_step.restored", by, at)


def _locked(
    step: DevelopmentStep, by: Any, *, removed: bool = False
) -> DevelopmentStep:
    rows = DevelopmentStep.objects.select_for_update(of=("self",))
    step = rows.select_related("goal__person").get(pk=step.pk)
    must_plan(by, step.goal.person)
    refuse_closed(step.goal)
    if step.removed_at is not None and not removed:
        raise StepIsRemoved(f"“{step}” is off the plan. Put it back first.")
    return step


def _revise(
    step: DevelopmentStep,
    changes: Mapping[str, Any],
    verb: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> DevelopmentStep:
    if revise_privately(step, changes, at=at, seen_version=seen_version):
        tell(verb, step, step.goal.person, by=by, at=at)
    return step
