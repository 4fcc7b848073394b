"""Put a job in the queue, in the transaction of whoever asks for it."""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks.base import Task

from quarterdeck.shared.errors import RuleBroken

from ..models import Job
from ..queries import open_job_of


class AlreadyUnderWay(RuleBroken):
    pass


@dataclass(frozen=True)
class Label:
    """What the Tasks API has no place for: whose job it is and what people call it."""

    at: datetime
    owner: Any = None
    name: str = ""
    unique_key: str | None = None
    max_attempts: int = 3


_label: ContextVar[Label | None] = ContextVar("label", default=None)


@transaction.atomic
def start_job(
    task: Task[Any, Any],
    *args: Any,
    name: str,
    by: Any,
    at: datetime,
    unique_key: str | None = None,
    max_attempts: int = 3,
    **kwargs: Any,
) -> Job:
    """Queue a call of `task` for somebody; `name` says to them what is being done.

    While a job of the same `unique_key` is open, its owner gets that job instead of a
    second one; anybody else is told that it is under way.
    """
    if unique_key and (job := open_job_of(unique_key)):
        return _the_open_one(job, by)
    label = Label(at, by, name, unique_key, max_attempts)
    token = _label.set(label)
    try:
        with transaction.atomic():
            result = task.enqueue(*args, **kwargs)
    except IntegrityError:
        # Somebody was faster by a moment; the index let only one of the two in.
        if unique_key and (job := open_job_of(unique_key)):
            return _the_open_one(job, by)
        raise
    finally:
        _label.reset(token)
    return Job.objects.get(pk=int(result.id))


def _the_open_one(job: Job, by: Any) -> Job:
    if job.owner_id == by.pk:
        return job
    raise AlreadyUnderWay(f"Somebody else has just started “{job}”; it is under way.")


def add_job(task: Task[Any, Any], arguments: dict[str, Any]) -> Job:
    """Write the row; called by the engine, which knows nothing of people."""
    label = _label.get() or Label(timezone.now())
    return Job.objects.create(
        owner=label.owner,
        name=label.name or task.name.replace("_", " ").capitalize(),
        task_path=task.module_path,
        arguments=arguments,
        queue=task.queue_name,
        priority=task.priority,
        run_after=task.run_after or label.at,
        unique_key=label.unique_key,
        max_attempts=label.max_attempts,
        created_at=label.at,
    )
