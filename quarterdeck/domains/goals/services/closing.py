"""Close a goal with what became of it, or open it again."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Goal, GoalClosure
from ..permissions import can_close_goal
from .rolling_up import roll_up, take_turns


class GoalAlreadyClosed(RuleBroken):
    pass


class GoalNotClosed(RuleBroken):
    pass


class GoalIsClosed(RuleBroken):
    pass


@transaction.atomic
def close_goal(
    *, goal: Goal, outcome: str, by: Any, at: datetime, lesson: str = ""
) -> GoalClosure:
    """Close a goal: reached counts as whole above it, dropped no longer counts."""
    if not can_close_goal(by, goal):
        raise PermissionDenied
    take_turns()
    try:
        with transaction.atomic():
            closure = GoalClosure.objects.create(
                goal=goal, outcome=outcome, lesson=lesson, closed_by=by, closed_at=at
            )
    except IntegrityError:
        raise GoalAlreadyClosed(f"“{goal}” is already closed.") from None
    roll_up([goal.pk], at=at)
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
    take_turns()
    deleted, _ = GoalClosure.objects.filter(goal=goal).delete()
    if not deleted:
        raise GoalNotClosed(f"“{goal}” is not closed.")
    roll_up([goal.pk], at=at)
    activity.record(
        by=by, verb="goal.reopened", subject=goal, at=at, audience=activity.everyone()
    )


def refuse_closed(goal: Goal) -> None:
    """What was measured stays as it was at the close until somebody reopens it."""
    if GoalClosure.objects.filter(goal=goal).exists():
        raise GoalIsClosed(f"“{goal}” is closed. Reopen it first.")
