"""Close a goal with what became of it, or open it again."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Goal, GoalClosure
from ..permissions import can_close_goal


class GoalAlreadyClosed(RuleBroken):
    pass


class GoalNotClosed(RuleBroken):
    pass


@transaction.atomic
def close_goal(
    *, goal: Goal, outcome: str, by: Any, at: datetime, lesson: str = ""
) -> GoalClosure:
    if not can_close_goal(by, goal):
        raise PermissionDenied
    try:
        with transaction.atomic():
            closure = GoalClosure.objects.create(
                goal=goal, outcome=outcome, lesson=lesson, closed_by=by, closed_at=at
            )
    except IntegrityError:
        raise GoalAlreadyClosed(f"“{goal}” is already closed.") from None
    activity.record(
        by=by,
        verb="goal.closed",
        subject=goal,
        at=at,
        audience=activity.everyone(),
        details={"outcome": outcome, "lesson": lesson},
    )
    return closure


@transaction.atomic
def reopen_goal(*, goal: Goal, by: Any, at: datetime) -> None:
    if not can_close_goal(by, goal):
        raise PermissionDenied
    deleted, _ = GoalClosure.objects.filter(goal=goal).delete()
    if not deleted:
        raise GoalNotClosed(f"“{goal}” is not closed.")
    activity.record(
        by=by, verb="goal.reopened", subject=goal, at=at, audience=activity.everyone()
    )
