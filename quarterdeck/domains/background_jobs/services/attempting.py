"""One attempt at one job, from the claim to whatever end it finds."""

import logging
import traceback
from collections.abc import Callable
from typing import Any

from django.db import Error as DatabaseError
from django.db import transaction
from django_tasks import TaskContext
from django_tasks.signals import task_finished, task_started

from quarterdeck.shared.errors import RuleBroken, cannot_write

from ..models import Job
from ..queries import cancel_is_wanted
from ..translation import result_of, task_of
from .claiming import Claim, LeaseLost
from .running import Completion, Run, WorkerStopping, keep_result, running

log = logging.getLogger("quarterdeck.jobs")


def attempt(claim: Claim, worker_stops: Callable[[], bool] = lambda: False) -> None:
    """Call the task and write down how it ended; raises nothing a job can cause."""
    run = Run(claim, worker_stops)
    try:
        with running(run):
            value = _call(claim.job)
        if not run.completed:
            _complete(claim, value)
    except LeaseLost:
        log.warning("Job %s was taken over by another worker.", claim.job.pk)
    except Exception as error:
        _write_down(claim, run, error)
    _tell(claim.job, task_finished)


def _call(job: Job) -> Any:
    task = task_of(job)
    result = result_of(job, task)
    task_started.send(type(task.get_backend()), task_result=result)
    before = [TaskContext(task_result=result)] if task.takes_context else []
    return task.call(*before, *result.args, **result.kwargs)


@transaction.atomic
def _complete(claim: Claim, value: Any) -> None:
    claim.end(Job.State.DONE)
    keep_result(claim.job.pk, Completion(value))


def _write_down(claim: Claim, run: Run, error: Exception) -> None:
    """Sort a failure: cancelled, stopped, a rule that says no, or something broken."""
    number = claim.job.pk
    if run.completed:  # the effect stands; what broke after it does not undo it
        log.error("Job %s broke after it was done.", number, exc_info=error)
        return
    try:
        if cancel_is_wanted(number):
            claim.end(Job.State.CANCELLED)
        elif isinstance(error, WorkerStopping) or run.worker_stops():
            claim.release()
        elif isinstance(error, RuleBroken):
            claim.end(Job.State.FAILED, str(error))
        else:
            log.error("Job %s broke.\n%s", number, _trace(error))
            claim.try_again(_in_words(error, number))
    except LeaseLost:
        log.warning("Job %s was taken over by another worker.", number)


def _in_words(error: Exception, number: int) -> str:
    why = cannot_write(error) if isinstance(error, OSError | DatabaseError) else None
    return why or (
        "Something went wrong here. Whoever runs this instance finds it in "
        f"the log under job {number}."
    )


def _trace(error: Exception) -> str:
    return "".join(traceback.format_exception(error))


def _tell(job: Job, signal: Any) -> None:
    """Tell listeners of the Tasks API; a listener that breaks is not the job's fault."""
    try:
        job.refresh_from_db()
        if not job.is_open:
            task = task_of(job)
            signal.send(type(task.get_backend()), task_result=result_of(job, task))
    except Job.DoesNotExist:
        log.info("Job %s was discarded together with what it was for.", job.pk)
    except Exception:
        log.exception("Telling of job %s broke.", job.pk)
