"""How long from the press to a first plan: a real server, a real worker, over HTTP.

An organization of 100 people with 1,000 open tasks, with calendars, leave, skills and
deadlines, is made from the demo. A program asks for a plan and then asks again and again
how its job is, as the page does, until it says that a first plan stands.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from .instances import ROOT, Instance, instance
from .serving import family, served

PEOPLE, TASKS, ALL_TASKS = 100, 1_000, 2_800  # of all that were ever asked for
AGAIN = 0.02  # seconds between questions
ROUNDS = 5
TICKS = os.sysconf("SC_CLK_TCK")
TOKEN = """
import django; django.setup()
from django.utils import timezone
from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.accounts.services import SCOPES, make_token
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.planning.queries import open_work_of
team, at = Team.objects.get(parent=None), timezone.now()
user = User.objects.order_by("pk")[0]
extra = open_work_of(team).order_by("-pk").values_list("pk", flat=True)[{tasks}:]
open_work_of(team).filter(pk__in=list(extra)).update(status="someday")
key = make_token(user=user, name="bench", scopes=list(SCOPES), at=at)
print(json.dumps([key, team.pk, open_work_of(team).count()]))
"""


def measure(rounds: int) -> dict[str, Any]:
    """Ask for so many plans, one after the other, and tell of the quickest and median."""
    with instance() as where:
        people, tasks = str(PEOPLE), str(ALL_TASKS)
        where.run("demo", "--people", people, "--tasks", tasks)
        code = "import json\n" + TOKEN.format(tasks=TASKS)
        key, team, count = json.loads(_inside(where, code).splitlines()[-1])
        with served(where) as (address, server):
            asking = Asking(address, key)
            found = [_once(asking, team, server) for _ in range(rounds)]
    found.sort()
    middle = found[len(found) // 2]
    return {
        "tasks": count,
        "people": PEOPLE,
        "first s": middle[0],
        "processor s": middle[1],
        "quickest s": found[0][0],
    }


class Asking:
    """A program with a key to the API."""

    def __init__(self, address: str, key: str) -> None:
        self.address, self.key = address, key

    def __call__(self, path: str, body: object = None) -> Any:
        """Ask for a page; with a body something is sent."""
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self.key}",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)


def _once(asking: Asking, team: int, server: int) -> tuple[float, float]:
    """Give seconds until a first plan stands, by the clock and of the processor."""
    busy, began = _processor(server), time.perf_counter()
    asked = asking("/planning/proposals/", {"team_id": team, "seconds": 5})
    while True:
        job = asking(f"/jobs/{asked['job_id']}/")
        if (
            "plan stands" in job["progress_message"]
            or "best" in job["progress_message"]
        ):
            break
        if job["state"] not in ("queued", "running"):
            raise SystemExit(f"No plan came out: {job['state']} {job['error']}")
        time.sleep(AGAIN)
    seconds = time.perf_counter() - began
    took = _processor(server) - busy
    asking(f"/planning/proposals/{asked['id']}/cancel/", {})
    while asking(f"/jobs/{asked['job_id']}/")["state"] == "running":
        time.sleep(0.2)
    time.sleep(1)
    return round(seconds, 3), round(took, 3)


def _inside(where: Instance, code: str) -> str:
    env = {**where.env, "DJANGO_SETTINGS_MODULE": "quarterdeck.project.settings"}
    order = [sys.executable, "-c", code]
    done = subprocess.run(
        order, cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2_000:])
    return done.stdout


def _processor(server: int) -> float:
    """Seconds that the server, its workers and their children have had."""
    ticks = 0
    for pid in family(server):
        with contextlib.suppress(OSError):
            line = Path(f"/proc/{pid}/stat").read_text()
            ticks += sum(map(int, line.rpartition(")")[2].split()[11:15]))
    return ticks / TICKS


if __name__ == "__main__":
    print(json.dumps(measure(ROUNDS)))
