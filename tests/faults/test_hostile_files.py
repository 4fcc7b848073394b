"""Files meant to harm, through the doors of the product: the page and the command."""

import os
import re
import resource
import signal
import time
from pathlib import Path

import pytest

from tests.formats.test_hostile import HOSTILE

from .instance import Instance, until
from .parallel import Quarrel

pytestmark = pytest.mark.slow
SECONDS = 2.0  # of processor time, the start of the program included
WAITING = 4.0  # by the clock, beside a server, a worker and other tests
GROWTH = 64_000_000
# One of each way to harm: entities, depth, number, a lying zip, a circle, a damaged file.
CHOSEN = [
    "laughs.xml",
    "external.xml",
    "deep.xml",
    "inside.xml",
    "cell.csv",
    "zeros.csv",
    "deep.json",
    "keys.json",
    "lying.xlsx",
    "entries.xlsx",
    "damaged.xlsx",
]


def content(name: str) -> bytes:
    made = HOSTILE[name]()
    return made.encode() if isinstance(made, str) else made


@pytest.fixture(scope="module")
def shop(ready, tmp_path_factory):
    """A server and a worker that have read one good file."""
    instance = Instance(tmp_path_factory.mktemp("shop"), like=ready)
    try:
        found = Quarrel(instance)
        instance.run()
        found.upload("good.csv", b"title,hours\nShelf,3\n")
        until(lambda: states(found).get("good.csv") == "ready", what="reading")
        yield found
    finally:
        instance.end()


def states(shop) -> dict[str, str]:
    runs = shop.api("GET", "/api/v1/imports/?limit=200")["items"]
    return {run["file_name"]: run["state"] for run in runs}


def memory(instance) -> dict[int, int]:
    """What each process that serves or works holds by itself."""
    held = {}
    for pid in instance.children():
        if b"planning.warm" in Path(f"/proc/{pid}/cmdline").read_bytes():
            continue  # it compiles for a while and goes
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        held[pid] = int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1]) * 1_000
    return held


def one_sentence(text: str) -> None:
    assert len(text.strip().splitlines()) == 1, text
    assert text.strip()[-1] in ".”", text
    assert "Traceback" not in text and "Error(" not in text


def test_the_page_refuses_each_and_the_worker_stays_small(shop):
    before = memory(shop.instance)
    for name in CHOSEN:
        status, _ = shop.upload(name, content(name))
        assert status == 302, name
        begun = time.monotonic()
        until(lambda name=name: states(shop)[name] not in ("new", "reading"))
        assert time.monotonic() - begun < WAITING, name
    after = memory(shop.instance)
    runs = shop.api("GET", "/api/v1/imports/?limit=200")["items"]
    for run in runs:
        if run["file_name"] in CHOSEN:
            assert run["state"] == "refused", run["file_name"]
            one_sentence(run["refusal"])
    assert set(before) == set(after), "a process died or was left behind"
    assert {pid: after[pid] - before[pid] for pid in after if
            after[pid] - before[pid] > GROWTH} == {}  # fmt: skip
    assert shop.count("imports.ImportRun", state="refused") == len(CHOSEN)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_command_refuses_in_one_sentence(ready, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(content(name))
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = ready.command("import", path, "--dry-run", "--json", check=False)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (done.returncode, done.stdout) == (2, "")
    one_sentence(done.stderr)
    assert "memory" not in done.stderr  # it is refused long before the bound of 300 MB
    used = (ended.ru_utime + ended.ru_stime) - (begun.ru_utime + begun.ru_stime)
    assert used < SECONDS


PLENTY = """
from django.utils import timezone
from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.projects.models import Project, Task
at = timezone.now()
project = Project.objects.get(name="Shop")
Task.objects.bulk_create(
    Task(title=f"T{n}", project=project, estimate_low=4, estimate_high=4,
         created_at=at, updated_at=at) for n in range(300)
)
print(json.dumps(None))
"""
PLAN = """
from quarterdeck.domains.projects.models import Contributor, Task
rows = Task.objects.order_by("pk").values_list("pk", "planned_start", "version")
print(json.dumps([list(map(str, row)) for row in rows] + [Contributor.objects.count()]))
"""


@pytest.fixture
def planning(shop):
    """A plan that is being made, in a child of the worker."""
    if shop.count("projects.Task", title="T7") == 0:
        shop.instance.python(PLENTY)
    shop.plan = shop.instance.python(PLAN)
    ask = {"team_id": shop.world["team"], "seconds": 60}
    shop.proposal = shop.api("POST", "/api/v1/planning/proposals/", ask)["id"]
    until(lambda: planners(shop), what="a planner")
    return shop


def planners(shop) -> list[int]:
    """The children of the worker: they have none of its environment."""
    workers = shop.instance.children("command worker")
    return [
        int(child)
        for pid in workers
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
        if b"confined_child" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def proposal(shop):
    return shop.api("GET", f"/api/v1/planning/proposals/{shop.proposal}/")


def left_alone(shop) -> None:
    assert shop.instance.python(PLAN) == shop.plan
    assert shop.api(
        "GET", f"/api/v1/planning/proposals/{shop.proposal}/changes/"
    )["items"] == []  # fmt: skip


def test_a_killed_planner_fails_with_a_sentence_and_moves_nothing(planning):
    os.kill(planners(planning)[0], signal.SIGKILL)
    until(lambda: proposal(planning)["state"] == "failed", what="the failure")
    path = f"/plan/proposals/{planning.proposal}/"
    ((status, text),) = planning.all_at_once(("browser", "GET", path, {}))
    assert status == 200
    assert "It stopped unexpectedly, before it had an answer." in text
    left_alone(planning)


def test_a_planner_that_hangs_is_cancelled_within_two_seconds(planning):
    os.kill(planners(planning)[0], signal.SIGSTOP)
    path = f"/api/v1/planning/proposals/{planning.proposal}/cancel/"
    planning.api("POST", path, {})
    begun = time.monotonic()
    until(lambda: not planners(planning), what="the end of the planner")
    assert time.monotonic() - begun < 2
    until(lambda: proposal(planning)["state"] == "cancelled", 2, "the cancelling")
    left_alone(planning)
