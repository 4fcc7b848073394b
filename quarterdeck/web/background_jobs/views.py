"""One's own job: how far it is, how it ended, and cancelling it."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.background_jobs import queries, services
from quarterdeck.web.shell.http import Request

if TYPE_CHECKING:
    from quarterdeck.domains.background_jobs.models import Job

LONG = timedelta(seconds=30)


@require_GET
def show(request: Request, job_id: int) -> HttpResponse:
    job = queries.get_job(user=request.user, job_id=job_id)
    return _page(request, job)


@require_POST
def cancel(request: Request, job_id: int) -> HttpResponse:
    job = queries.get_job(user=request.user, job_id=job_id)
    job = services.request_cancel(job=job, by=request.user, at=request.now)
    if request.htmx:
        return _page(request, job)
    return redirect("background_jobs:show", job_id)


def _page(request: Request, job: "Job") -> HttpResponse:
    """The whole page, or its changing part for a page that shows the job and asks again."""
    part = "#state" if request.htmx else ""
    context = {
        "job": job,
        "waits_long": job.state == "queued" and request.now - job.run_after > LONG,
    }
    answer = render(request, f"background_jobs/job.html{part}", context)
    if request.htmx and job.state == "done" and job.result_url:
        # Whoever watched it to its end is taken to what came of it.
        answer.headers["HX-Redirect"] = job.result_url
    return answer
