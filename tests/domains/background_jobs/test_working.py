"""The loop with its threads, on a database that is really committed to."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services import Worker
from quarterdeck.domains.background_jobs.services.claiming import claim_job

from . import tasks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def work(request):
    """Let workers work in threads: work(worker, …); they are stopped in the end."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads cannot share SQLite in memory; tests/faults uses a file")
    started = []

    def begin(worker, **more):
        def run():
            try:
                worker.work(**more)
            finally:
                connections.close_all()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        started.append((worker, thread))

    yield begin
    tasks.word.set()
    for worker, _ in started:
        worker.stop()
    for _, thread in started:
        thread.join(10)
    tasks.word.clear()


def until(check, seconds=10):
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_several_workers_share_the_queue_and_each_job_is_done_once(work):
    for number in range(30):
        tasks.leave_a_mark.enqueue(f"m{number}")
    for _ in range(3):
        work(Worker(clock=timezone.now, poll=0.02))
    until(lambda: Job.objects.filter(state="done").count() == 30)
    assert set(Job.objects.values_list("attempts", flat=True)) == {1}


def test_the_lease_is_kept_while_a_job_takes_long(work):
    result = tasks.wait_for_word.enqueue()
    worker = Worker(clock=timezone.now, lease=timedelta(seconds=0.8), poll=0.02)
    work(worker)
    until(lambda: "begun" in tasks.seen)
    time.sleep(1.2)
    other = claim_job(worker="other", clock=timezone.now, lease=worker.lease)
    assert other is None, "a job at work was taken away"
    tasks.word.set()
    until(lambda: Job.objects.get(pk=result.id).state == "done")


def test_a_worker_takes_back_what_its_dead_predecessor_held(work):
    tasks.add.enqueue(1)
    claim_job(worker="dead", clock=timezone.now, lease=timedelta(hours=1))
    work(Worker(clock=timezone.now, poll=0.02), instead_of="dead")
    until(lambda: Job.objects.get().state == "done")
