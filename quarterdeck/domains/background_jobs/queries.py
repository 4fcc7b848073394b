"""Read jobs: one's own for people, all of them for whoever looks after the machine."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from .models import OPEN, Job


def jobs_visible_to(user: Any) -> QuerySet[Job]:
    return Job.objects.filter(owner_id=user.pk, owner__isnull=False).order_by("-id")


def get_job(*, user: Any, job_id: int) -> Job:
    """Return the user's own job; anybody else gets DoesNotExist."""
    return jobs_visible_to(user).get(pk=job_id)


def open_job_of(key: str) -> Job | None:
    return Job.objects.filter(unique_key=key, state__in=OPEN).first()


def due(at: datetime) -> Q:
    return Q(state=Job.State.QUEUED, run_after__lte=at)


def lost(at: datetime) -> Q:
    """Whoever was at work has not been heard of for as long as its lease."""
    return Q(state=Job.State.RUNNING, lease_until__lt=at)


def work_is_waiting(at: datetime) -> bool:
    """Ask without a lock, so that an idle worker disturbs nobody."""
    return Job.objects.filter(due(at) | lost(at)).exists()


def cancel_is_wanted(job_id: int) -> bool:
    return Job.objects.filter(pk=job_id, cancel_requested_at__isnull=False).exists()


def stuck_jobs(at: datetime, longer_than: timedelta) -> list[Job]:
    """Return jobs that are due, or lost their worker, and that nobody takes."""
    before = at - longer_than
    rows = Job.objects.filter(due(before) | lost(before)).order_by("id")
    return list(rows[:20])
