"""The engine behind `@django_tasks.task`: jobs are rows of the program's own database.

A job is written in the caller's transaction, so it exists exactly when what it is
about exists. settings.TASKS chooses the engine; nothing else names this class.
"""

from typing import Any

from django_tasks import TaskResult
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from .models import Job
from .services import queueing
from .translation import NoSuchTask, result_of


class DatabaseBackend(BaseTaskBackend):
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        self.validate_task(task)
        arguments = {"args": normalize_json(args), "kwargs": normalize_json(kwargs)}
        job = queueing.add_job(task, arguments)
        result = result_of(job, task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[Any]:
        try:
            return result_of(Job.objects.get(pk=int(result_id)))
        except (Job.DoesNotExist, NoSuchTask, ValueError) as error:
            raise TaskResultDoesNotExist(result_id) from error
