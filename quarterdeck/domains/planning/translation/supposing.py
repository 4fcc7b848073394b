"""Apply a what-if to the read records, in memory only."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..choices import Adjustment
from ..queries import Scope
from .helping import days_get_longer, hours_are_cut, leave_moves, people_join


def suppose(scope: Scope, adjustments: Iterable[Mapping[str, Any]]) -> Scope:
    """Return the scope as it would be; the given one and the database stay as they are."""
    for each in adjustments:
        scope = _APPLY[each["kind"]](scope, each)
    return scope


def _leaves(scope: Scope, each: Mapping[str, Any]) -> Scope:
    on = date.fromisoformat(each["on"])
    last = scope.first_day + timedelta(days=scope.days)
    return _away(scope, int(each["person_id"]), on, last)


def _is_away(scope: Scope, each: Mapping[str, Any]) -> Scope:
    first, last = (date.fromisoformat(each[k]) for k in ("starts_on", "ends_on"))
    return _away(scope, int(each["person_id"]), first, last)


def _away(scope: Scope, person_id: int, first: date, last: date) -> Scope:
    if person_id not in scope.people:
        return scope
    begin = max((first - scope.first_day).days, 0)
    end = max((last - scope.first_day).days + 1, 0)
    hours = [
        0.0 if begin <= day < end else value
        for day, value in enumerate(scope.hours[person_id])
    ]
    known = scope.absences.get(person_id, [])
    absent = (max(first, scope.first_day), last)
    return replace(
        scope,
        hours={**scope.hours, person_id: hours},
        absences={**scope.absences, person_id: [*known, absent]},
    )


def _deadline(scope: Scope, each: Mapping[str, Any]) -> Scope:
    task = scope.tasks.get(int(each["task_id"]))
    if task is None:
        return scope
    moved = copy(task)
    moved.deadline = date.fromisoformat(each["on"])
    return replace(scope, tasks={**scope.tasks, task.pk: moved})


def _project_deadline(scope: Scope, each: Mapping[str, Any]) -> Scope:
    tasks = dict(scope.tasks)
    for task in scope.tasks.values():
        if task.project_id == int(each["project_id"]):
            moved, project = copy(task), copy(task.project)
            project.deadline = date.fromisoformat(each["on"])
            moved.project = project
            tasks[task.pk] = moved
    return replace(scope, tasks=tasks)


_APPLY = {
    Adjustment.PERSON_LEAVES: _leaves,
    Adjustment.PERSON_AWAY: _is_away,
    Adjustment.DEADLINE_MOVES: _deadline,
    Adjustment.PROJECT_DEADLINE_MOVES: _project_deadline,
    Adjustment.PEOPLE_JOIN: people_join,
    Adjustment.FEWER_HOURS: hours_are_cut,
    Adjustment.LEAVE_MOVES: leave_moves,
    Adjustment.LONGER_DAYS: days_get_longer,
}
