import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.background_jobs import services
from quarterdeck.domains.background_jobs.models import Job
from tests.domains.background_jobs import tasks


@pytest.fixture
def ask(cast, client):
    """Ask as a program of Bob's: ask("get", path)."""
    scopes = ["jobs:read", "jobs:write"]
    token = make_token(user=cast.bob, name="t", scopes=scopes, at=cast.at, days=None)
    headers = {"Authorization": f"Bearer {token}"}
    return lambda method, path: getattr(client, method)(
        f"/api/v1/jobs/{path}", headers=headers
    )


@pytest.fixture
def job(cast, at):
    return services.start_job(tasks.add, 1, b=2, name="Add", by=cast.bob, at=at)


def test_a_program_follows_its_job_to_the_result(ask, job, run_jobs):
    assert ask("get", f"{job.pk}/").json()["state"] == "queued"
    run_jobs()
    told = ask("get", f"{job.pk}/").json()
    assert (told["state"], told["result"]) == ("done", 3)


def test_a_program_cancels_its_job(ask, job):
    assert ask("post", f"{job.pk}/cancel/").json()["state"] == "cancelled"
    assert ask("post", f"{job.pk}/cancel/").status_code == 409


def test_another_ones_job_is_not_there(ask, job, cast):
    Job.objects.update(owner=cast.alice)
    assert ask("get", f"{job.pk}/").status_code == 404
    assert ask("post", f"{job.pk}/cancel/").status_code == 404
