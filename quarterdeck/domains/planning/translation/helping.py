"""Suppose what would help: more people, less work, leave at another time, longer days."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import Any

from quarterdeck.domains.people.models import Person, PersonSkill

from ..queries import Scope
from .tasks import hours_of

LEAST_HOURS = 0.5  # work that is cut stays work
ASKED = 200  # people from whom a usual week is learnt
WEEKS = 8  # before and after a leave in which a usual day is looked for


def people_join(scope: Scope, each: Mapping[str, Any]) -> Scope:
    """Let people who exist in this plan only take part in all of its work."""
    first = min([0, *scope.people]) - 1
    ids = range(first, first - int(each["count"]), -1)
    hours = _usual_hours(scope, date.fromisoformat(each["on"]))
    skill_id = each["skill_id"]
    skills = {
        i: [PersonSkill(person_id=i, skill_id=skill_id, level=each["level"])]
        for i in ids
        if skill_id is not None
    }
    many = len(ids) > 1
    people = {
        i: Person(pk=i, name=f"Somebody new {n}" if many else "Somebody new")
        for n, i in enumerate(ids, start=1)
    }
    new = frozenset(ids)
    return replace(
        scope,
        people={**scope.people, **people},
        hours={**scope.hours, **dict.fromkeys(ids, hours)},
        skills={**scope.skills, **skills},
        people_of_team={team: row | new for team, row in scope.people_of_team.items()},
    )


def _usual_hours(scope: Scope, on: date) -> list[float]:
    """A day's usual hours: the middle of those of whoever works on that day."""
    rows = list(scope.hours.values())[:ASKED]
    begin = (on - scope.first_day).days
    return [
        0.0 if day < begin else _middle([row[day] for row in rows])
        for day in range(scope.days)
    ]


def _middle(hours: Sequence[float]) -> float:
    working = [each for each in hours if each > 0]
    return float(median(working)) if working else 0.0


def hours_are_cut(scope: Scope, each: Mapping[str, Any]) -> Scope:
    """Let a task ask for fewer hours of each of its people."""
    task = scope.tasks.get(int(each["task_id"]))
    hours = hours_of(task) if task is not None else None
    if task is None or not hours:
        return scope
    less: Any = copy(task)
    cut, own = float(each["hours"]), scope.own_hours.get(task.pk, {})
    fewer = max(LEAST_HOURS, hours - cut)
    if task.remaining is None and own:
        less.estimate_low = less.estimate_high = fewer
        own = {who: max(LEAST_HOURS, took - cut) for who, took in own.items()}
        scope = replace(scope, own_hours={**scope.own_hours, task.pk: own})
    else:
        less.remaining = fewer
    return replace(scope, tasks={**scope.tasks, task.pk: less})


def leave_moves(scope: Scope, each: Mapping[str, Any]) -> Scope:
    """Let somebody work during a leave and be away as long at another time."""
    person_id = int(each["person_id"])
    if person_id not in scope.people:
        return scope
    first, last = (date.fromisoformat(each[name]) for name in ("starts_on", "ends_on"))
    on = date.fromisoformat(each["on"])
    until = on + (last - first)
    known = scope.absences.get(person_id, [])
    kept = [(a, b) for a, b in known if not (a <= last and b >= first)]
    hours = list(scope.hours[person_id])
    for day in _days(scope, first, last):
        hours[day] = _usual_day(scope, hours, day, [*known, (first, last)])
    for day in _days(scope, on, until):
        hours[day] = 0.0
    return replace(
        scope,
        hours={**scope.hours, person_id: hours},
        absences={**scope.absences, person_id: [*kept, (on, until)]},
    )


def _usual_day(
    scope: Scope, hours: Sequence[float], day: int, away: list[tuple[date, date]]
) -> float:
    """The hours of the same weekday in the nearest week without a leave."""
    for step in range(1, WEEKS + 1):
        for other in (day + 7 * step, day - 7 * step):
            on = scope.first_day + timedelta(days=other)
            if 0 <= other < len(hours) and not any(a <= on <= b for a, b in away):
                return hours[other]
    return 0.0


def days_get_longer(scope: Scope, each: Mapping[str, Any]) -> Scope:
    """Let somebody work more on each working day for a time."""
    person_id = int(each["person_id"])
    if person_id not in scope.people:
        return scope
    first, last = (date.fromisoformat(each[name]) for name in ("starts_on", "ends_on"))
    hours = list(scope.hours[person_id])
    for day in _days(scope, first, last):
        if hours[day] > 0:
            hours[day] = min(24.0, hours[day] + float(each["hours"]))
    return replace(scope, hours={**scope.hours, person_id: hours})


def _days(scope: Scope, first: date, last: date) -> range:
    """The days of the axis from one day to another, both in it."""
    known = scope.days
    begin = max((first - scope.first_day).days, 0)
    return range(
        min(begin, known), max(0, min((last - scope.first_day).days + 1, known))
    )
