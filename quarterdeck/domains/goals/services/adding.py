"""A goal is born with a title and a why."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Goal
from ..permissions import can_add_goal


@transaction.atomic
def add_goal(*, title: str, why: str, by: Any, at: datetime, **fields: Any) -> Goal:
    if not can_add_goal(by):
        raise PermissionDenied
    goal = Goal.objects.create(
        title=title, why=why, created_at=at, updated_at=at, **fields
    )
    activity.record(
        by=by, verb="goal.added", subject=goal, at=at, audience=activity.everyone()
    )
    return goal
