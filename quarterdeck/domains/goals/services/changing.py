"""Change a goal's words, owner, team, period or formula; a stale save is noticed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Goal
from ..permissions import can_edit_goal
from .rolling_up import roll_up, take_turns


class GoalEndsBeforeItStarts(RuleBroken):
    pass


@transaction.atomic
def edit_goal(
    *,
    goal: Goal,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> Goal:
    """Set fields of a goal; a new formula moves its progress and all above it."""
    if not can_edit_goal(by, goal):
        raise PermissionDenied
    take_turns()
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    refuse_odd_period(
        changes.get("starts_on", goal.starts_on), changes.get("ends_on", goal.ends_on)
    )
    made = activity.revise(goal, changes, at=at, seen_version=seen_version)
    if not made:
        return goal
    if any(change.field == "formula" for change in made):
        roll_up([goal.pk], at=at)
        goal.refresh_from_db(fields=["progress", "progress_at"])
    activity.record(
        by=by,
        verb="goal.changed",
        subject=goal,
        at=at,
        audience=activity.everyone(),
        changes=made,
    )
    return goal


def refuse_odd_period(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise GoalEndsBeforeItStarts("A goal ends after it starts.")
