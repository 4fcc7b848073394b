"""A job belongs to whoever started it; nobody else sees it or ends it."""

from typing import Any

from .models import Job


def can_cancel_job(user: Any, job: Job) -> bool:
    return job.owner_id is not None and job.owner_id == user.pk
