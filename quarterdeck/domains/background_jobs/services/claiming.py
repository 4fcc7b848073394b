"""Take a job under a lease, keep it, let it go. Every write names the fence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from ..models import Job
from ..queries import due, lost
from ..rules import back_off

Clock = Callable[[], datetime]
LOST_TOO_OFTEN = "The work was interrupted too often and was given up."


class LeaseLost(Exception):
    """Another worker has this job now, or it ended; what this one did must not count."""


@dataclass(frozen=True)
class Claim:
    """One attempt of one worker at one job."""

    job: Job
    clock: Clock

    def write(self, **fields: Any) -> None:
        """Change the job if the claim still holds."""
        rows = Job.objects.filter(
            pk=self.job.pk,
            worker=self.job.worker,
            attempts=self.job.attempts,
            state=Job.State.RUNNING,
        )
        if not rows.update(**fields):
            raise LeaseLost(str(self.job.pk))

    def extend(self, lease: timedelta) -> None:
        self.write(lease_until=self.clock() + lease)

    def end(self, state: Job.State, error: str = "") -> None:
        self.write(state=state, error=error[:600], finished_at=self.clock())

    def try_again(self, error: str) -> None:
        """Back into the queue after a while, or failed when that was the last attempt."""
        if self.job.attempts >= self.job.max_attempts:
            return self.end(Job.State.FAILED, error)
        due = self.clock() + back_off(self.job.attempts)
        return self.write(state=Job.State.QUEUED, run_after=due, lease_until=None)

    def release(self) -> None:
        """Back into the queue at once and uncounted: the worker stops, not the job."""
        self.write(
            state=Job.State.QUEUED, lease_until=None, attempts=self.job.attempts - 1
        )


@transaction.atomic
def claim_job(
    *, worker: str, clock: Clock, lease: timedelta, queues: tuple[str, ...] = ()
) -> Claim | None:
    """Take the next job: one that lost its worker first, then by priority and age."""
    at = clock()
    job = _first(lost(at), queues, "lease_until")
    if job is not None and not _may_be_tried_again(job, at):
        return None
    job = job or _first(due(at), queues, "-priority", "id")
    if job is None:
        return None
    job.state = Job.State.RUNNING
    job.worker, job.lease_until = worker, at + lease
    job.attempts += 1
    job.workers = [*job.workers, worker][-10:]
    job.started_at = job.started_at or at
    job.save(update_fields=_CLAIMED)
    return Claim(job, clock)


def _first(which: Q, queues: tuple[str, ...], *order: str) -> Job | None:
    rows = Job.objects.filter(which).order_by(*order)
    if queues:
        rows = rows.filter(queue__in=queues)
    # SQLite needs no row locks: the transaction holds the one write lock already.
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return next(iter(rows[:1]), None)


_CLAIMED = ["state", "worker", "lease_until", "attempts", "workers", "started_at"]


def _may_be_tried_again(job: Job, at: datetime) -> bool:
    """End a job whose worker is gone when it was cancelled or lost too many of them."""
    if job.cancel_requested_at is not None:
        job.state = Job.State.CANCELLED
    elif job.attempts >= job.max_attempts:
        job.state, job.error = Job.State.DEAD, LOST_TOO_OFTEN
    else:
        return True
    job.finished_at = at
    job.save(update_fields=["state", "error", "finished_at"])
    return False


@transaction.atomic
def take_back(*, worker: str, at: datetime) -> int:
    """Let jobs of a worker that is known to be dead be claimed at once."""
    rows = Job.objects.filter(worker=worker, state=Job.State.RUNNING)
    return rows.update(lease_until=at - timedelta(seconds=1))
