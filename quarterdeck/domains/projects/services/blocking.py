"""A task cannot go on: say why, and say when that is over."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Block, Task
from ..permissions import can_edit_task
from .audiences import audience_of

TASK = "projects.Task"
BATCH = 5_000  # ids in one statement
BLOCK = "block:"  # the field of a change, with the number of the block


class TaskAlreadyBlocked(RuleBroken):
    pass


class TaskNotBlocked(RuleBroken):
    pass


class TaskAlreadyClosed(RuleBroken):
    pass


def clear_block(task: Task, *, at: datetime) -> list[activity.FieldChange]:
    """What is closed waits for nothing: part of the act that closes the task."""
    return clear_blocks([task], at=at)


def clear_blocks(tasks: Sequence[Task], *, at: datetime) -> list[activity.FieldChange]:
    """The same for many that are closed together."""
    by_id = {task.pk: task for task in tasks}
    ids, changes = sorted(by_id), []
    for first in range(0, len(ids), BATCH):
        blocks = Block.objects.filter(
            task_id__in=ids[first : first + BATCH], cleared_at__isnull=True
        )
        found = list(blocks.order_by("pk"))
        blocks.update(cleared_at=at)
        changes += [
            _change(by_id[block.task_id], block, before=True, after=False)
            for block in found
        ]
    return changes


def block_again(task: Task, field: str) -> list[activity.FieldChange]:
    """Open the block of such a change again; nothing else may block the task."""
    blocks = Block.objects.filter(task=task)
    block = blocks.get(pk=int(field.removeprefix(BLOCK)))
    if blocks.filter(cleared_at__isnull=True).exists():
        raise TaskAlreadyBlocked(f"“{task}” is already blocked.")
    block.cleared_at = None
    block.save(update_fields=["cleared_at"])
    return [_change(task, block, before=False, after=True)]


def _change(
    task: Task, block: Block, *, before: bool, after: bool
) -> activity.FieldChange:
    field = f"{BLOCK}{block.pk}"
    return activity.FieldChange(TASK, task.pk, task.version, field, before, after)


@transaction.atomic
def block_task(*, task: Task, reason: str, by: Any, at: datetime) -> Block:
    if not can_edit_task(by, task):
        raise PermissionDenied
    if not task.is_open:
        raise TaskAlreadyClosed(f"“{task}” is closed; nothing can block it.")
    try:
        with transaction.atomic():
            block = Block.objects.create(
                task=task, reason=reason, blocked_by=by, blocked_at=at
            )
    except IntegrityError:
        raise TaskAlreadyBlocked(f"“{task}” is already blocked.") from None
    activity.record(
        by=by,
        verb="task.blocked",
        subject=task,
        at=at,
        audience=audience_of(task.project),
        details={"reason": reason},
    )
    return block


@transaction.atomic
def unblock_task(*, task: Task, by: Any, at: datetime) -> None:
    if not can_edit_task(by, task):
        raise PermissionDenied
    open_block = Block.objects.filter(task=task, cleared_at__isnull=True)
    if not open_block.update(cleared_at=at):
        raise TaskNotBlocked(f"“{task}” is not blocked.")
    activity.record(
        by=by,
        verb="task.unblocked",
        subject=task,
        at=at,
        audience=audience_of(task.project),
    )
