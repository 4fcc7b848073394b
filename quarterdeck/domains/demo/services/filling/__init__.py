"""Fill an empty instance with as many people and tasks as asked for, to measure with."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.goals.services.rolling_up import recompute_all
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.services import begin
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.shared.errors import RuleBroken

from ...models import DemoOrganization
from ...queries import is_empty
from .aims import make_goals
from .people import Crowd, make_people
from .tasks import fill_projects


class NotThatMany(RuleBroken):
    pass


@dataclass(frozen=True)
class Filled:
    """Whom to sign in, and how much is there now."""

    leader: Any
    people: int
    teams: int
    goals: int
    projects: int
    tasks: int


@transaction.atomic
def fill_instance(*, people: int, tasks: int, at: datetime, seed: int = 1) -> Filled:
    """Make an organization of this size by code from one seed, in few large writes."""
    from ..making import InstanceNotEmpty

    if people < 1 or tasks < 0:
        raise NotThatMany("It takes at least one person and no fewer than no tasks.")
    if not is_empty():
        raise InstanceNotEmpty(
            "This instance is not empty; it is filled only while it is empty."
        )
    chance = random.Random(seed)
    leader = begin(
        organization="Large organisation",
        name="Robin Lead",
        email="robin.lead@demo.example",
        password=None,
        at=at - timedelta(days=90),
    )
    Person.objects.filter(user=leader).update(is_demo=True)
    crowd = make_people(people, leader, at=at, chance=chance)
    goals = make_goals(max(1, tasks // 100), crowd, at=at, chance=chance)
    fill_projects(tasks, crowd, goals, at=at, chance=chance)
    recompute_all(at=at)
    _leave_mark(crowd, leader, seed, at)
    return Filled(
        leader,
        Person.objects.count(),
        len(crowd.teams),
        Goal.objects.count(),
        Project.objects.count(),
        Task.objects.count(),
    )


def _leave_mark(crowd: Crowd, leader: Any, seed: int, at: datetime) -> None:
    brought = {"skill": [skill.pk for skill in crowd.skills]}
    demo = DemoOrganization.objects.create(pk=1, seed=seed, made_at=at, brought=brought)
    activity.record(
        by=leader, verb="demo.made", subject=demo, at=at, audience=activity.everyone()
    )
