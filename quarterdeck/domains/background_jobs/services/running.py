"""What a task may say and ask while it runs, and how it ends together with its effect.

Called outside of a worker, by a test or a command, all of this does nothing and the
effect of the task is simply one transaction.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django_tasks.utils import normalize_json

from quarterdeck.shared.errors import RuleBroken

from ..models import Job
from ..queries import cancel_is_wanted
from .claiming import Claim

BETWEEN_WRITES = 0.5  # seconds; nobody reads progress faster than that
BETWEEN_QUESTIONS = 0.3


class JobCancelled(RuleBroken):
    """The job's owner no longer wants it."""


class WorkerStopping(Exception):
    """The worker was asked to stop; the job goes back into the queue."""


@dataclass
class Completion:
    """What the owner is told in the end; filled inside `completing`."""

    result: Any = None
    url: str = ""


@dataclass
class Run:
    """One attempt that is going on in this process."""

    claim: Claim
    worker_stops: Callable[[], bool] = lambda: False
    completed: bool = False
    wrote_at: float = field(default=float("-inf"))
    asked_at: float = field(default=float("-inf"))

    def cancelled(self) -> bool:
        """Ask the database, but not more often than makes a difference."""
        now = time.monotonic()
        if now - self.asked_at < BETWEEN_QUESTIONS:
            return False
        self.asked_at = now
        return cancel_is_wanted(self.claim.job.pk)


_run: ContextVar[Run | None] = ContextVar("run", default=None)


@contextmanager
def running(run: Run) -> Iterator[None]:
    token = _run.set(run)
    try:
        yield
    finally:
        _run.reset(token)


def stop_is_wanted() -> bool:
    """Whether to stop early: cancelled, or the worker is going away."""
    run = _run.get()
    return run is not None and (run.worker_stops() or run.cancelled())


def raise_if_cancelled() -> None:
    """Call this now and then in a long computation."""
    run = _run.get()
    if run is None:
        return
    if run.worker_stops():
        raise WorkerStopping
    if run.cancelled():
        raise JobCancelled("The job was cancelled.")


def report_progress(
    done: int, total: int = 0, message: str = "", *, at_once: bool = False
) -> None:
    """Tell how far it is; cheap enough to call for every item. Stops if cancelled.

    `at_once` is for news that somebody waits for, however short ago the last were.
    """
    run = _run.get()
    if run is None:
        return
    raise_if_cancelled()
    now = time.monotonic()
    soon = now - run.wrote_at < BETWEEN_WRITES and (not total or done < total)
    if soon and not at_once:
        return
    run.wrote_at = now
    run.claim.write(
        progress_done=max(0, done),
        progress_total=max(0, total),
        progress_message=message[:300],
    )


@contextmanager
def completing(*, result: Any = None, url: str = "") -> Iterator[Completion]:
    """Commit what is written inside together with the job's completion, or neither.

    The fence is written first: it holds the job's row, so nobody can cancel the job or
    take it over between the check and the commit.
    """
    completion = Completion(result, url)
    run = _run.get()
    with transaction.atomic():
        if run is not None:
            run.claim.end(Job.State.DONE)
            if cancel_is_wanted(run.claim.job.pk):
                raise JobCancelled("The job was cancelled.")
        yield completion
        if run is not None:
            keep_result(run.claim.job.pk, completion)
    if run is not None:
        run.completed = True


def keep_result(job_id: int, completion: Completion) -> None:
    Job.objects.filter(pk=job_id).update(
        result=normalize_json(completion.result), result_url=completion.url[:300]
    )
