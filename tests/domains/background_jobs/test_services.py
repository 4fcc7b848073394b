import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.activity.models import Activity, Reader
from quarterdeck.domains.background_jobs import queries, services
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services.claiming import LeaseLost, claim_job
from quarterdeck.domains.background_jobs.services.working import LEASE, Worker

from . import tasks

pytestmark = pytest.mark.django_db
State = Job.State


@pytest.fixture
def start(cast, at):
    """Start a job of Bob's: start(task, …, name=…)."""

    def start(task, *args, name="Work", by=cast.bob, **more):
        return services.start_job(task, *args, name=name, by=by, at=at, **more)

    return start


def marks(name):
    return User.objects.filter(email=f"{name}@effect.test").count()


def test_effect_and_completion_come_together(start, worker):
    job = start(tasks.leave_a_mark, "once")
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.result, job.result_url) == (
        State.DONE,
        {"mark": "once"},
        "/marks/once/",
    )
    assert (job.progress_done, job.progress_total) == (1, 2)
    assert marks("once") == 1


def test_a_failure_after_the_effect_does_not_repeat_it(start, worker):
    job = start(tasks.break_after_the_mark, "once")
    while worker.work_once():
        worker.clock.move(hours=1)
    job.refresh_from_db()
    assert (job.state, marks("once")) == (State.DONE, 1)


def test_a_failure_leaves_no_effect_and_the_user_a_sentence(start, worker, caplog):
    job = start(tasks.break_inside, "never", max_attempts=1)
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, marks("never")) == (State.FAILED, 0)
    assert "secret" not in job.error and f"job {job.pk}" in job.error
    assert "a secret detail" in caplog.text


def test_what_broke_is_tried_again_later_each_time(start, worker, clock):
    job = start(tasks.break_twice)
    assert worker.work_once()
    assert not worker.work_once(), "it waits before it is tried again"
    clock.move(seconds=2)
    assert worker.work_once()
    clock.move(seconds=2)
    assert not worker.work_once(), "and longer each time"
    clock.move(seconds=2)
    assert worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.result, job.attempts) == (State.DONE, "the third time", 3)
    assert len(job.workers) == 3


def test_a_rule_that_says_no_is_not_tried_again(start, worker):
    job = start(tasks.refuse)
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.error) == (State.FAILED, "There is nothing to plan.")


def test_a_waiting_job_is_cancelled_at_once_and_it_is_recorded(start, worker, cast, at):
    job = start(tasks.leave_a_mark, "never")
    services.request_cancel(job=job, by=cast.bob, at=at)
    assert not worker.work_once()
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    act = Activity.objects.latest("id")
    assert act.verb == "job.cancelled"
    assert [r.user_id for r in Reader.objects.filter(activity=act)] == [cast.bob.pk]


@pytest.mark.parametrize("name", ["asks", "never asks"])
def test_a_running_job_is_cancelled_before_its_effect(start, worker, name):
    job = start(tasks.be_cancelled_halfway, name, name="to be cancelled")
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, marks(name)) == (State.CANCELLED, 0)


def test_an_ended_job_cannot_be_cancelled(start, worker, cast, at):
    job = start(tasks.add, 1)
    worker.work_once()
    with pytest.raises(services.JobAlreadyEnded, match="already ended"):
        services.request_cancel(job=job, by=cast.bob, at=at)


def test_only_the_owner_sees_and_cancels_a_job(start, cast, at):
    job = start(tasks.add, 1)
    assert queries.get_job(user=cast.bob, job_id=job.pk) == job
    for other in (cast.alice, cast.olga, cast.gwen):
        with pytest.raises(Job.DoesNotExist):
            queries.get_job(user=other, job_id=job.pk)
        with pytest.raises(PermissionDenied):
            services.request_cancel(job=job, by=other, at=at)


def test_a_second_click_gets_the_job_that_is_open(start, worker, cast):
    first = start(tasks.add, 1, unique_key="plan")
    assert start(tasks.add, 1, unique_key="plan") == first
    with pytest.raises(services.AlreadyUnderWay, match="under way"):
        start(tasks.add, 1, unique_key="plan", by=cast.alice)
    worker.work_once()
    assert start(tasks.add, 1, unique_key="plan") != first


def test_a_worker_that_lost_its_lease_can_change_nothing(start, worker):
    job = start(tasks.lose_the_lease, "never", name="to be lost")
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.worker, marks("never")) == (State.RUNNING, "another", 0)


def test_a_job_whose_worker_was_killed_is_taken_by_the_next(start, worker, clock):
    job = start(tasks.add, 1)
    lost = claim_job(worker="killed", clock=clock, lease=LEASE)
    assert not worker.work_once(), "the lease still holds"
    clock.move(seconds=LEASE.total_seconds() + 1)
    assert worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.DONE, 2)
    with pytest.raises(LeaseLost):
        lost.end(State.FAILED)


def test_a_lease_that_is_extended_holds(start, worker, clock):
    start(tasks.add, 1)
    claim = claim_job(worker="busy", clock=clock, lease=LEASE)
    clock.move(seconds=LEASE.total_seconds() - 1)
    claim.extend(LEASE)
    clock.move(seconds=LEASE.total_seconds() - 1)
    assert not worker.work_once()


def test_a_job_that_kills_its_workers_is_given_up(start, worker, clock):
    job = start(tasks.add, 1, max_attempts=2)
    for _ in range(2):
        assert claim_job(worker="killed", clock=clock, lease=LEASE)
        clock.move(minutes=1)
    worker.work_once()
    job.refresh_from_db()
    assert job.state == State.DEAD
    assert "given up" in job.error
    assert tasks.seen == []


def test_a_cancelled_job_whose_worker_was_killed_ends_cancelled(
    start, worker, clock, cast, at
):
    job = start(tasks.add, 1)
    claim_job(worker="killed", clock=clock, lease=LEASE)
    services.request_cancel(job=job, by=cast.bob, at=at)
    clock.move(minutes=1)
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, tasks.seen) == (State.CANCELLED, [])


def test_a_worker_that_is_stopped_puts_its_job_back_uncounted(start, worker, clock):
    job = start(tasks.stop_the_worker)
    tasks.seen.append(worker)
    worker.work_once()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.QUEUED, 0)
    assert claim_job(worker="next", clock=clock, lease=LEASE)


def test_a_worker_takes_only_from_its_queues(start, clock):
    start(tasks.add, 1)
    assert not Worker(clock=clock, queues=("mail",)).work_once()
    assert Worker(clock=clock, queues=("default",)).work_once()


def test_jobs_that_nobody_takes_are_found(start, clock):
    job = start(tasks.add, 1)
    clock.move(minutes=30)
    longer = LEASE * 10
    assert queries.stuck_jobs(clock.at, longer) == [job]
    claim_job(worker="busy", clock=clock, lease=LEASE)
    assert queries.stuck_jobs(clock.at, longer) == []


def test_outside_of_a_worker_a_task_is_a_plain_function(db):
    tasks.leave_a_mark.call("plain")
    assert marks("plain") == 1


def test_tests_may_run_the_queue_until_it_is_empty(start, run_jobs):
    start(tasks.break_twice)
    start(tasks.add, 1)
    assert [job.state for job in run_jobs()] == [State.DONE, State.DONE]
