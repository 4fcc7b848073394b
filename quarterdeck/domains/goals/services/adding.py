"""A goal is born with a title and a why."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Goal, GoalLink
from ..permissions import can_add_goal
from .changing import refuse_odd_period
from .rolling_up import roll_up, take_turns


@transaction.atomic
def add_goal(
    *,
    title: str,
    why: str,
    by: Any,
    at: datetime,
    adds_to: Goal | None = None,
    **fields: Any,
) -> Goal:
    """Add a goal, and say at once what it adds to if that is known."""
    if not can_add_goal(by):
        raise PermissionDenied
    refuse_odd_period(fields.get("starts_on"), fields.get("ends_on"))
    goal = Goal.objects.create(
        title=title, why=why, created_at=at, updated_at=at, **fields
    )
    details = {}
    if adds_to is not None:
        take_turns()
        GoalLink.objects.create(child=goal, parent=adds_to)
        roll_up([adds_to.pk], at=at)
        details = {"adds_to": adds_to.pk, "adds_to_title": adds_to.title}
    activity.record(
        by=by,
        verb="goal.added",
        subject=goal,
        at=at,
        audience=activity.everyone(),
        details=details,
    )
    return goal
