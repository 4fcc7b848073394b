"""Runs inside an instance: server time and queries of pages, and a first proposal.

Pages go through the whole WSGI program in this process (middleware, templates and
database included; no network), as the leader of the whole organization.
"""

import json
import os
import statistics
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quarterdeck.project.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from quarterdeck.domains.accounts.models import User  # noqa: E402
from quarterdeck.domains.goals.models import Goal  # noqa: E402
from quarterdeck.domains.organization.models import Team  # noqa: E402
from quarterdeck.domains.people.models import Membership  # noqa: E402
from quarterdeck.domains.planning.queries import scope_of  # noqa: E402
from quarterdeck.domains.planning.translation import translate  # noqa: E402
from quarterdeck.domains.projects.models import Project, Task  # noqa: E402
from quarterdeck.engines import planning  # noqa: E402
from quarterdeck.project.wsgi import settle  # noqa: E402

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def team_with(count: int, of: Any, path: str) -> Team:
    """The team whose subtree holds nearest to so many people or tasks."""
    teams = list(Team.objects.order_by("path"))
    sizes = dict.fromkeys((t.pk for t in teams), 0)
    for route in of.values_list(path, flat=True):
        for part in filter(None, route.split("/")):
            sizes[int(part)] += 1
    return min(teams, key=lambda team: abs(sizes[team.pk] - count))


def addresses() -> dict[str, str]:
    of_sixty = team_with(60, Membership.objects, "team__path")
    of_many = team_with(3_000, Task.objects, "project__team__path")
    task = Task.objects.filter(still_open=True).order_by("pk")[0]
    goal = Goal.objects.exclude(child_links=None).order_by("pk")[0]
    return {
        "Home": "/",
        "task list": "/projects/tasks/",
        "task list, late": "/projects/tasks/?deadline=overdue",
        "task page": f"/projects/tasks/{task.pk}/",
        "project page": f"/projects/{Project.objects.order_by('pk')[0].pk}/",
        "goal tree": "/goals/",
        "goal page": f"/goals/{goal.pk}/",
        "workload of a team": f"/people/workload/?team={of_sixty.pk}",
        "skills of a team": f"/people/skills/?team={of_sixty.pk}",
        "board": "/projects/board/",
        "board of all teams": "/projects/board/?team=all",
        "the team this week": "/team-week/",
        "timeline of 3,000 tasks": f"/projects/timeline/?team={of_many.pk}",
    }


def client() -> Client:
    found = Client(headers={"host": "localhost"}, raise_request_exception=True)
    found.force_login(User.objects.order_by("pk")[0], backend=BACKEND)
    return found


def pages(rounds: int) -> dict[str, dict[str, float]]:
    settle()  # as the server does before its first answer
    asking, found = client(), {}
    if connection.vendor == "postgresql":  # it does so itself, a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    for name, address in addresses().items():
        for _ in range(3):
            answer = asking.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
        with CaptureQueriesContext(connection) as queries:
            asking.get(address)
        count = len(queries)  # read now: the next request clears the log
        times, worked = [], []
        for _ in range(rounds):
            began, busy = time.perf_counter(), time.process_time()
            asking.get(address)
            worked.append((time.process_time() - busy) * 1_000)
            times.append((time.perf_counter() - began) * 1_000)
        cuts = statistics.quantiles(times, n=20, method="inclusive")
        found[name] = {
            "p50": statistics.median(times),
            "p95": cuts[18],
            "processor": statistics.median(worked),
            "kB": len(answer.content) / 1_000,
            "queries": count,
        }
    return found


def proposal(seconds: float) -> dict[str, float]:
    """Seconds to read, to the first plan, and what that plan is for."""
    team = team_with(60, Membership.objects, "team__path")
    began = time.perf_counter()
    problem = translate(scope_of(team, timezone.now()), planning.Weights()).problem
    read = time.perf_counter() - began
    first: list[float] = []

    def watch(progress: planning.Progress) -> None:
        if progress.objective is not None and not first:
            first.append(time.perf_counter() - began)

    stop = planning.MaxSeconds(seconds)
    result = planning.solve(problem, stop=stop, seed=1, on_progress=watch)
    return {
        "people": len(problem.people),
        "tasks": len(problem.tasks),
        "read": read,
        "first": first[0] if first else time.perf_counter() - began,
        "gap": result.gap if getattr(result, "gap", None) is not None else -1.0,
    }


if __name__ == "__main__":
    verb, number = sys.argv[1], float(sys.argv[2])
    print(json.dumps(pages(int(number)) if verb == "pages" else proposal(number)))
