"""Cancel a job: at once while it waits, at its next question when it is at work."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Job
from ..permissions import can_cancel_job


class JobAlreadyEnded(RuleBroken):
    pass


@transaction.atomic
def request_cancel(*, job: Job, by: Any, at: datetime) -> Job:
    """Once this returns, the effect of the job will not happen any more."""
    if not can_cancel_job(by, job):
        raise PermissionDenied
    job = Job.objects.select_for_update().get(pk=job.pk)
    if not job.is_open:
        raise JobAlreadyEnded(f"“{job}” has already ended.")
    if job.cancel_requested_at is not None:
        return job
    job.cancel_requested_at = at
    if job.state == Job.State.QUEUED:
        job.state, job.finished_at = Job.State.CANCELLED, at
    job.save(update_fields=["cancel_requested_at", "state", "finished_at"])
    activity.record(
        by=by,
        verb="job.cancelled",
        subject=job,
        at=at,
        audience=activity.only(by.pk),
    )
    return job
