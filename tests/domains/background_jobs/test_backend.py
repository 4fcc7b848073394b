"""The Tasks API over rows of the database."""

import django_tasks
import pytest
from django.db import transaction
from django_tasks.exceptions import TaskResultDoesNotExist

from quarterdeck.domains.background_jobs.models import Job

from . import tasks

pytestmark = pytest.mark.django_db
Status = django_tasks.TaskResultStatus


def test_a_task_is_queued_done_and_its_result_read_back(worker):
    result = tasks.add.enqueue(2, b=3)
    assert result.status == Status.READY
    worker.clock.at = Job.objects.get().run_after
    worker.work_once()
    result.refresh()
    assert (result.status, result.return_value) == (Status.SUCCESSFUL, 5)
    assert tasks.add.get_result(result.id).attempts == 1


def test_a_job_is_written_in_the_transaction_of_its_caller():
    with pytest.raises(LookupError), transaction.atomic():
        tasks.add.enqueue(1)
        raise LookupError
    assert not Job.objects.exists()


def test_a_deferred_task_waits_until_its_time(worker, at, clock):
    clock.move(hours=2)
    tasks.add.using(run_after=clock.at).enqueue(1)
    clock.at = at
    assert not worker.work_once()
    clock.move(hours=2)
    assert worker.work_once()


def test_what_is_more_urgent_goes_first_and_else_the_oldest(worker, clock):
    for number, priority in [(1, 0), (2, 0), (3, 9)]:
        tasks.add.using(priority=priority, run_after=clock.at).enqueue(number)
    while worker.work_once():
        pass
    assert [a for a, _ in tasks.seen] == [3, 1, 2]


def test_a_task_may_ask_for_its_context(worker, clock):
    result = tasks.with_context.using(run_after=clock.at).enqueue()
    worker.work_once()
    result.refresh()
    assert result.return_value == 1


def test_arguments_that_are_no_json_are_refused_at_once():
    with pytest.raises(TypeError):
        tasks.add.enqueue(object())


@pytest.mark.parametrize("number", ["77", "no number"])
def test_an_unknown_result_is_said_to_be_unknown(number):
    with pytest.raises(TaskResultDoesNotExist):
        django_tasks.default_task_backend.get_result(number)


def test_code_that_is_gone_fails_the_job_and_not_the_worker(worker, at):
    Job.objects.create(
        name="Old", task_path="os.getcwd", run_after=at, created_at=at, max_attempts=1
    )
    assert worker.work_once()
    assert Job.objects.get().state == Job.State.FAILED
