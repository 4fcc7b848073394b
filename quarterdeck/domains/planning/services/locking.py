"""Tell the planner to leave a task's people, its start, or both as they are."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.services import audience_of
from quarterdeck.shared.errors import RuleBroken

from ..models import PlanLock
from ..permissions import can_lock_task


class NothingToLock(RuleBroken):
    pass


@transaction.atomic
def lock_task(
    *, task: Task, keeps_people: bool, keeps_start: bool, by: Any, at: datetime
) -> PlanLock:
    """Keep what is chosen; a second lock replaces the first."""
    if not can_lock_task(by, task):
        raise PermissionDenied
    if not (keeps_people or keeps_start):
        raise NothingToLock("Choose what to keep: its people, its start, or both.")
    if keeps_people and not task.contributors.exists():
        raise NothingToLock(f"“{task}” has nobody yet who could be kept.")
    if keeps_start and task.planned_start is None:
        raise NothingToLock(f"“{task}” has no planned start yet.")
    lock, _ = PlanLock.objects.update_or_create(
        task=task,
        defaults={
            "keeps_people": keeps_people,
            "keeps_start": keeps_start,
            "locked_by": by,
            "locked_at": at,
        },
    )
    activity.record(
        by=by,
        verb="task.locked",
        subject=task,
        at=at,
        audience=audience_of(task.project),
        details={"people": keeps_people, "start": keeps_start},
    )
    return lock


@transaction.atomic
def unlock_task(*, task: Task, by: Any, at: datetime) -> None:
    if not can_lock_task(by, task):
        raise PermissionDenied
    deleted, _ = PlanLock.objects.filter(task=task).delete()
    if not deleted:
        raise NothingToLock(f"“{task}” is not locked.")
    activity.record(
        by=by,
        verb="task.unlocked",
        subject=task,
        at=at,
        audience=audience_of(task.project),
    )
