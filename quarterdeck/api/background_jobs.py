"""Jobs for programs: ask how far one's own job is, or cancel it."""

from datetime import datetime
from typing import Any, Literal

from ninja import Router, Schema

from quarterdeck.domains.background_jobs import queries, services

from .authentication import may
from .types import Id, Request

router = Router(tags=["jobs"], auth=may("jobs"))


class JobOut(Schema):
    id: int
    name: str
    state: Literal["queued", "running", "done", "failed", "cancelled", "dead"]
    progress_done: int
    progress_total: int
    progress_message: str
    cancel_requested_at: datetime | None
    error: str
    result: Any
    result_url: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@router.get("/{job_id}/", response=JobOut)
def get_job(request: Request, job_id: Id) -> Any:
    return queries.get_job(user=request.user, job_id=job_id)


@router.post("/{job_id}/cancel/", response=JobOut)
def cancel_job(request: Request, job_id: Id) -> Any:
    job = queries.get_job(user=request.user, job_id=job_id)
    return services.request_cancel(job=job, by=request.user, at=request.now)
