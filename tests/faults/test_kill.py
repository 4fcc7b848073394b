"""kill -9 at any moment: nothing acknowledged is lost, nothing happens twice."""

import random
import subprocess
import time
from collections import Counter

import pytest

from .instance import until
from .writers import Writers

pytestmark = pytest.mark.slow
TITLES = """
from quarterdeck.domains.goals.models import Goal
print(json.dumps(list(Goal.objects.values_list("title", flat=True))))
"""
QUEUE = """
from tests.faults.work import mark
for number in range(1, {most} + 1):
    mark.enqueue(number, {seconds})
"""
JOBS = """
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.activity.models import Activity
states = list(Job.objects.values_list("state", flat=True))
marks = Activity.objects.filter(verb="test.marked")
told = [states, list(marks.values_list("subject_id", flat=True))]
print(json.dumps([*told, max(Job.objects.values_list("attempts", flat=True))]))
"""


def check_whole(instance):
    assert "whole" in instance.command("verify-activity").stdout
    doctor = instance.command("doctor", check=False)
    assert doctor.returncode == 0, doctor.stdout


def test_a_killed_server_loses_no_acknowledged_write(instance):
    process = instance.run("--no-worker")
    with Writers(instance) as writers:
        until(lambda: len(writers.acknowledged) > 20)
        for _ in range(2):  # a web process: the server brings another one
            instance.kill_youngest("project.serving")
            before = len(writers.acknowledged)
            until(lambda before=before: len(writers.acknowledged) > before + 10)
        instance.kill()  # everything at once, as when the machine stops
        process.wait()
        instance.run("--no-worker")
        before = len(writers.acknowledged)
        until(lambda: len(writers.acknowledged) > before + 10)
    titles = Counter(instance.python(TITLES))
    assert writers.errors == []
    assert writers.acknowledged - set(titles) == set(), "acknowledged and lost"
    assert [title for title, times in titles.items() if times > 1] == []
    assert set(titles) <= writers.sent
    check_whole(instance)


def test_jobs_of_killed_workers_happen_exactly_once(instance):
    most, chance = 16, random.Random(5)
    instance.python(QUEUE.format(most=most, seconds=0.3))
    for _ in range(2):  # a third time would be its last
        worker = instance.start("worker", stdout=subprocess.PIPE, text=True)
        assert "Working" in worker.stdout.readline()
        time.sleep(0.1 + chance.random())  # in the midst of one of its jobs
        instance.kill("worker")
        worker.communicate()
    instance.start("worker")
    instance.start("worker")
    until(lambda: set(instance.python(JOBS)[0]) == {"done"}, what="the end of all jobs")
    states, marks, attempts = instance.python(JOBS)
    assert states == ["done"] * most
    assert sorted(marks) == list(range(1, most + 1)), "each effect exactly once"
    assert attempts > 1, "no worker was killed at work; the test showed nothing"
    check_whole(instance)
