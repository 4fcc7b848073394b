import pytest

from quarterdeck.domains.background_jobs.models import Job


@pytest.fixture
def job(cast, at):
    """A job of Bob's that waits."""
    return Job.objects.create(
        owner=cast.bob,
        name="Read plan.xml",
        task_path="tests.domains.background_jobs.tasks.add",
        arguments={"args": [1, 2], "kwargs": {}},
        run_after=at,
        created_at=at,
    )


@pytest.fixture
def url(job):
    return f"/jobs/{job.pk}/"
