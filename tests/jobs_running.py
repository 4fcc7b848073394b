"""Do the queued jobs here and now, as a worker would."""

from datetime import datetime, timedelta

from quarterdeck.domains.background_jobs.models import OPEN, Job
from quarterdeck.domains.background_jobs.services import Worker


def run_jobs(at: datetime, *, most: int = 100) -> list[Job]:
    """Run the queue until nothing is due, waiting included, and return all jobs.

    The clock goes on by an hour with every question, so that what is to be tried again
    later is tried again now.
    """
    hours = iter(range(100_000))
    worker = Worker(clock=lambda: at + timedelta(hours=next(hours)), name="in the test")
    for _ in range(most):
        worker.work_once()
        if not Job.objects.filter(state__in=OPEN).exists():
            break
    return list(Job.objects.order_by("id"))
