"""Move what follows a task, when somebody says so: nothing moves by itself."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Task
from ..permissions import can_edit_task
from ..queries.dependencies import moves_after
from .audiences import audience_of_all
from .editing import change_task, locked


class NothingHasToMove(RuleBroken):
    pass


@transaction.atomic
def move_followers(*, task: Task, by: Any, at: datetime) -> Activity:
    """Give the tasks that cannot keep their dates the earliest that fit: one act.

    Tasks that `by` may not edit stay where they are; the proposal still shows them.
    """
    if not can_edit_task(by, task):
        raise PermissionDenied
    moved, changes = [], []
    for move in moves_after(by, task):
        row = locked(move.task.pk)
        if not can_edit_task(by, row):
            continue
        dates = {"planned_start": move.span.start, "planned_end": move.span.end}
        if made := change_task(row, dates, by=by, at=at).changes:
            moved.append(row)
            changes += made
    if not moved:
        raise NothingHasToMove("No task that you may change has to move.")
    return activity.record(
        by=by,
        verb="task.edited_with_others",
        subject=moved[0],
        subject_name=str(moved[0]) if len(moved) == 1 else f"{len(moved)} tasks",
        at=at,
        audience=audience_of_all((row.project for row in moved), by.pk),
        changes=changes,
        details={"tasks": len(moved), "after": task.pk},
    )
