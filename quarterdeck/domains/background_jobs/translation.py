"""Jobs as Django's Tasks API knows them."""

from typing import Any

from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.base import Task, TaskError

from .models import Job

STATUS = {
    Job.State.QUEUED: TaskResultStatus.READY,
    Job.State.RUNNING: TaskResultStatus.RUNNING,
    Job.State.DONE: TaskResultStatus.SUCCESSFUL,
    Job.State.FAILED: TaskResultStatus.FAILED,
    Job.State.CANCELLED: TaskResultStatus.FAILED,
    Job.State.DEAD: TaskResultStatus.FAILED,
}


class NoSuchTask(LookupError):
    """The code of a queued job is gone, or is not marked as a task any more."""


def task_of(job: Job) -> Task[Any, Any]:
    """Return the task by its dotted path, and only if it is one."""
    try:
        found = import_string(job.task_path)
    except ImportError as error:
        raise NoSuchTask(job.task_path) from error
    if not isinstance(found, Task):
        raise NoSuchTask(job.task_path)
    return found


def result_of(job: Job, task: Task[Any, Any] | None = None) -> TaskResult[Any]:
    """Return the job in the words of the Tasks API."""
    task = task or task_of(job)
    result: TaskResult[Any] = TaskResult(
        task=task.using(
            priority=job.priority, queue_name=job.queue, run_after=job.run_after
        ),
        id=str(job.pk),
        status=STATUS[Job.State(job.state)],
        enqueued_at=job.created_at,
        started_at=job.started_at,
        last_attempted_at=job.started_at,
        finished_at=job.finished_at,
        args=job.arguments.get("args", []),
        kwargs=job.arguments.get("kwargs", {}),
        backend=task.backend,
        errors=[TaskError(exception_class_path=_BROKEN, traceback=job.error)]
        if job.error
        else [],
        worker_ids=list(job.workers),
    )
    object.__setattr__(result, "_return_value", job.result)
    return result


_BROKEN = "quarterdeck.shared.errors.RuleBroken"
