"""End a development goal with what was learnt, or open it again."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from quarterdeck.shared.errors import RuleBroken

from ..models import DevelopmentClosure, DevelopmentGoal
from .audiences import must_plan, tell


class DevelopmentGoalClosed(RuleBroken):
    pass


class DevelopmentGoalNotClosed(RuleBroken):
    pass


@transaction.atomic
def close_development_goal(
    *, goal: DevelopmentGoal, outcome: str, by: Any, at: datetime, lesson: str = ""
) -> DevelopmentClosure:
    must_plan(by, goal.person)
    try:
        with transaction.atomic():
            closure = DevelopmentClosure.objects.create(
                goal=goal, outcome=outcome, lesson=lesson, closed_by=by, closed_at=at
            )
    except IntegrityError:
        raise DevelopmentGoalClosed(f"“{goal}” is already closed.") from None
    tell("development_goal.closed", goal, goal.person, by=by, at=at)
    return closure


@transaction.atomic
def reopen_development_goal(*, goal: DevelopmentGoal, by: Any, at: datetime) -> None:
    must_plan(by, goal.person)
    deleted, _ = DevelopmentClosure.objects.filter(goal=goal).delete()
    if not deleted:
        raise DevelopmentGoalNotClosed(f"“{goal}” is not closed.")
    tell("development_goal.reopened", goal, goal.person, by=by, at=at)


def refuse_closed(goal: DevelopmentGoal) -> None:
    if DevelopmentClosure.objects.filter(goal=goal).exists():
        raise DevelopmentGoalClosed(f"“{goal}” is closed. Reopen it first.")
