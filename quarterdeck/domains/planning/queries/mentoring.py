"""Hours that accepted plans book on mentors: part of their load, beside their own tasks."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from typing import Any

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import led_among
from quarterdeck.domains.projects.models import Contributor, Task
from quarterdeck.domains.projects.queries import tasks_visible_to

from ..models import ProposedChange
from .stretches import KeptStretch, kept_stretches

MOST = 500  # tasks of mentors looked at for one page of people


@dataclass(frozen=True)
class Mentoring:
    """What one mentor gives to one task in one week."""

    mentor: Person
    task: Task
    monday: date
    week: int
    hours: float


def mentoring_of(
    *,
    user: Any,
    person_ids: Collection[int],
    first_monday: date,
    weeks: int,
    today: date,
    zone: tzinfo,
) -> list[Mentoring]:
    """Return the hours booked on these people, from today on, in the order of the weeks.

    Only of those whose load the user may see, and for tasks that they see. As in a plan, a
    booking holds while the task is open and its learner does it alone.
    """
    tasks = {task.pk: task for task in _tasks_of(user, person_ids)}
    if not tasks:
        return []
    mentors = {person.pk: person for person in led_among(user, person_ids)}
    found = []
    for task_id, kept in _kept(tasks).items():
        if kept.mentor_id not in mentors:
            continue  # somebody else's by now
        for monday, hours in _by_week(kept, today, zone).items():
            week = (monday - first_monday).days // 7
            if 0 <= week < weeks:
                mentor, task = mentors[kept.mentor_id], tasks[task_id]
                made = Mentoring(mentor, task, monday, week, hours)
                found.append(made)
    return sorted(found, key=lambda each: (each.week, each.mentor.name, each.task.pk))


def _tasks_of(user: Any, person_ids: Collection[int]) -> list[Task]:
    """Open tasks that some accepted plan gave one of these people as mentor."""
    accepted = ProposedChange.objects.filter(
        decision=ProposedChange.Decision.ACCEPTED, mentor_id__in=person_ids
    )
    given = list(accepted.order_by("-pk").values_list("task_id", flat=True)[:MOST])
    seen = tasks_visible_to(user).filter(pk__in=given, still_open=True)
    return list(seen) if given else []


def _kept(tasks: Mapping[int, Task]) -> dict[int, KeptStretch]:
    doing: dict[int, list[int]] = defaultdict(list)
    rows = Contributor.objects.filter(task_id__in=tasks)
    for task_id, person_id in rows.values_list("task_id", "person_id"):
        doing[task_id].append(person_id)
    alone = {task_id: tuple(people) for task_id, people in doing.items()}
    return kept_stretches(Task.objects.filter(pk__in=tasks), alone)


def _by_week(kept: KeptStretch, today: date, zone: tzinfo) -> dict[date, float]:
    hours: dict[date, float] = defaultdict(float)
    for first, end in kept.sessions:
        day = first.astimezone(zone).date()
        if day >= today:
            monday = day - timedelta(days=day.weekday())
            hours[monday] += (end - first).total_seconds() / 3600
    return hours
