"""Three roles of one plan in parts, each in a process of its own: see test_lost_part.py.

Each says on its output what it has come to, and goes on when a line comes in.
"""

import contextlib
import json
import signal
import sys
from datetime import timedelta

import django

django.setup()

import msgspec  # noqa: E402
from django.utils import timezone  # noqa: E402

from quarterdeck.domains.accounts.models import User  # noqa: E402
from quarterdeck.domains.background_jobs.services import Worker  # noqa: E402
from quarterdeck.domains.background_jobs.services.claiming import (  # noqa: E402
    take_back,
)
from quarterdeck.domains.organization.models import Team  # noqa: E402
from quarterdeck.domains.people.models import Membership, Person  # noqa: E402
from quarterdeck.domains.planning import services  # noqa: E402
from quarterdeck.domains.planning.models import PartOfPlan  # noqa: E402
from quarterdeck.domains.planning.services import (  # noqa: E402
    asking,
    handing_out,
    parts,
)
from quarterdeck.domains.projects.models import (  # noqa: E402
    Contributor,
    Project,
    Task,
)
from quarterdeck.shared.confined_child import _call, _find  # noqa: E402

PEOPLE, TASKS = 3, 9
LONG = timedelta(hours=1)  # nobody else is to think that this one is lost


def say(word):
    print(json.dumps(word), flush=True)


def heard():
    assert sys.stdin.readline()


def worker(name):
    return Worker(clock=timezone.now, name=name, lease=LONG)


def plan_inside():
    """Plan in this process: what starts a child is what is lost, and no other."""

    def run(name, payload, *, result_type, **_):
        there = {"tell": lambda message: None, "files": []}
        answer = _call(_find(name), msgspec.json.encode(payload), there)
        return msgspec.json.decode(msgspec.json.encode(answer), type=result_type)

    for module in (parts, handing_out, asking):
        module.run_confined = run
    asking.Child = lambda *_: contextlib.nullcontext()


def some_work(at):
    team = Team.objects.get(parent=None)
    stamps = {"created_at": at, "updated_at": at}
    project = Project.objects.create(name="Menu", team=team, **stamps)
    people = [Person.objects.create(name=f"P{n}", **stamps) for n in range(PEOPLE)]
    for person in people:
        Membership.objects.create(person=person, team=team, since=at.date())
    for n in range(TASKS):
        hours = {"estimate_low": 4 + n, "estimate_high": 4 + n}
        task = Task.objects.create(
            title=f"Task {n}", project=project, **hours, **stamps
        )
        Contributor.objects.create(task=task, person=people[n % PEOPLE], since=at)
    return team


def coordinate():
    """Ask for a plan, hand out its parts, wait until one is lost, and gather."""
    plan_inside()
    parts.MOST_TASKS, parts.ROUNDS = 4, 1
    at = timezone.now()
    ask = {"team": some_work(at), "by": User.objects.get(), "at": at, "seconds": 1}
    hand_out = parts.hand_out

    def then_wait(*given):
        rows = hand_out(*given)
        say(len(rows))
        heard()
        return rows

    parts.hand_out = then_wait
    lost = services.propose_plan(**ask, in_parts=True)
    assert worker("coordinator").work_once()
    parts.hand_out = hand_out
    alone = services.propose_plan(**ask, in_parts=True)
    assert worker("coordinator").work_once()
    say([told(lost), told(alone), PartOfPlan.objects.count()])


def told(proposal):
    proposal.refresh_from_db()
    rows = proposal.changes.order_by("task_id")
    plan = rows.values_list("task_id", "people_after", "start_after", "end_after")
    return {
        "state": proposal.state,
        "rounds": proposal.portfolio["rounds"],
        "repeatable": proposal.repeatable,
        "plan": [[a, b, c.isoformat(), d.isoformat()] for a, b, c, d in plan],
    }


def be_lost():
    """Take a part; once its child is at work, say so and never come back."""

    def at_work():
        say("at work")
        signal.pause()

    heard()
    handing_out.jobs.stop_is_wanted = at_work
    worker("lost").work_once()


def take_over():
    """Do what the one that is lost was at."""
    plan_inside()
    heard()
    take_back(worker="lost", at=timezone.now())
    say(worker("heir").work_once())


if __name__ == "__main__":
    {"coordinate": coordinate, "be_lost": be_lost, "take_over": take_over}[
        sys.argv[1]
    ]()
