from datetime import timedelta

import pytest

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.jobs.examining import examine

pytestmark = pytest.mark.django_db


def bad(at):
    return [finding.sentence for finding in examine(at) if not finding.good]


def test_a_healthy_instance_has_no_findings(cast, at):
    assert bad(at) == []


def test_a_job_that_nobody_takes_is_named(cast, at):
    long_ago = at - timedelta(minutes=6)
    Job.objects.create(
        name="Read plan.xml", task_path="t", run_after=long_ago, created_at=long_ago
    )
    assert bad(at) == [
        f"Job {Job.objects.get().pk} (Read plan.xml) waits; is a worker running?"
    ]


def test_an_altered_act_is_named(cast, at):
    act = Activity.objects.earliest("id")
    Activity.objects.filter(pk=act.pk).update(verb="nothing.happened")
    assert any(f"Act {act.pk}" in sentence for sentence in bad(at))
