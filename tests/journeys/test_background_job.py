"""Somebody watches a job: it moves, it can be cancelled, it leads to its result."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from quarterdeck.domains.background_jobs.models import Job


@pytest.fixture
def job(cast, at):
    """A job of Bob's at which a worker is busy."""
    return Job.objects.create(
        owner=cast.bob,
        name="Read plan.xml",
        task_path="tests.domains.background_jobs.tasks.add",
        state="running",
        run_after=at,
        created_at=at,
        lease_until=at + timedelta(hours=1),
        progress_done=3,
        progress_total=10,
    )


def test_it_moves_and_leads_to_its_result(visit, cast, job):
    here = visit(cast.bob)
    here.go(f"/jobs/{job.pk}/")
    progress = here.page.locator("#content progress")
    expect(progress).to_have_js_property("value", 3)
    assert here.barriers_in_both_themes() == []
    here.page.get_by_role("button", name="Cancel").focus()
    Job.objects.update(progress_done=7, progress_message="Matching people")
    expect(progress).to_have_js_property("value", 7)
    expect(here.page.locator(".job-state")).to_contain_text("Matching people")
    expect(here.page.get_by_role("button", name="Cancel")).to_be_focused()
    Job.objects.update(state="done", result_url="/goals/")
    here.page.wait_for_url("**/goals/")


def test_it_can_be_cancelled_and_then_asks_no_more(visit, cast, job):
    here = visit(cast.bob)
    here.go(f"/jobs/{job.pk}/")
    here.page.get_by_role("button", name="Cancel").click()
    expect(here.page.locator("#content")).to_contain_text("Being cancelled")
    assert Job.objects.get().cancel_requested_at is not None
    Job.objects.update(state="cancelled")
    expect(here.page.locator("#content")).to_contain_text("Nothing was changed")
    asked = []
    here.page.on("request", lambda request: asked.append(request.url))
    here.page.wait_for_timeout(1_600)
    assert asked == []
