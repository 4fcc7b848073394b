"""kill -9 for a worker that plans a part: the plan comes out whole, as without it."""

import json
import subprocess
from itertools import pairwise

import pytest

from .instance import PYTHON

PEOPLE, TASKS = 3, 9

pytestmark = pytest.mark.slow


class Role:
    """One of the processes; what it says and what it is told, line by line."""

    def __init__(self, instance, name):
        env = {**instance.env, "DJANGO_SETTINGS_MODULE": "quarterdeck.project.settings"}
        self.process = subprocess.Popen(
            [PYTHON, "-m", "tests.faults.lost_part", name],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        instance.started.append(self.process)

    def says(self):
        line = self.process.stdout.readline()
        assert line, "the process ended before it said anything"
        return json.loads(line)

    def tell(self):
        self.process.stdin.write("go on\n")
        self.process.stdin.flush()


def test_a_worker_killed_at_a_part_is_replaced_and_the_plan_is_whole(instance):
    names = ("coordinate", "be_lost", "take_over")
    coordinator, lost, heir = (Role(instance, name) for name in names)
    assert coordinator.says() >= 2, "too few parts for two workers"
    lost.tell()
    assert lost.says() == "at work"
    lost.process.kill()
    assert lost.process.wait() == -9
    heir.tell()
    assert heir.says() is True, "nobody took over what was lost"
    coordinator.tell()
    found, alone, parts_left = coordinator.says()
    assert coordinator.process.wait() == heir.process.wait() == 0
    assert found["state"] == "ready"
    (made,) = found["rounds"]
    assert made["failed"] == 0
    assert made["by_others"] >= 1
    assert len(found["plan"]) == TASKS
    assert no_one_is_at_two_things(found["plan"])
    assert found["repeatable"]
    assert found["plan"] == alone["plan"]
    assert parts_left == 0


def no_one_is_at_two_things(plan):
    """Whatever made the plan, each hour of somebody is taken once."""
    people = {person for _, who, _, _ in plan for person in who}
    assert len(people) <= PEOPLE + 1
    for person in people:
        spans = sorted((first, last) for _, who, first, last in plan if person in who)
        if any(a[1] > b[0] for a, b in pairwise(spans)):
            return False
    return True
