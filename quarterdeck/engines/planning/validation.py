"""The rules a problem has to keep; each failure names the rule and the ids."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .problem import Person, Problem, Task

LONGEST_HORIZON = 200_000
HIGHEST_PRIORITY = 1_000_000
LARGEST_NUMBER = 10**12


def check_problem(problem: Problem) -> None:
    """Raise ValueError for the first rule that is broken."""
    _whole("horizon", "problem", problem.horizon, 1, LONGEST_HORIZON)
    _whole("slot_minutes", "problem", problem.slot_minutes, 1, 1440)
    _unique("person", (person.id for person in problem.people))
    _unique("task", (task.id for task in problem.tasks))
    _unique("current assignment of task", (each.task for each in problem.current))
    for person in problem.people:
        _check_person(person, problem.horizon)
    people = {person.id for person in problem.people}
    for task in problem.tasks:
        _check_task(task, people)
    _check_dependencies(problem)
    _check_current(problem)
    _check_weights(problem)


def _fail(rule: str, *ids: str) -> None:
    raise ValueError(f"{rule}: {', '.join(ids)}")


def _whole(
    name: str, owner: str, value: object, low: int, high: int = LARGEST_NUMBER
) -> None:
    if type(value) is not int or not low <= value <= high:
        _fail(f"{name} must be a whole number from {low} to {high}", owner)


def _optional(name: str, owner: str, value: int | None) -> None:
    if value is not None:
        _whole(name, owner, value, 0)


def _unique(what: str, ids: Iterable[str]) -> None:
    twice = [each for each, count in Counter(ids).items() if count > 1]
    if twice:
        _fail(f"each {what} id may appear once", *map(str, sorted(twice)))


def _check_person(person: Person, horizon: int) -> None:
    edge = -1
    for first, end in person.working:
        _whole("working slot", person.id, first, 0, horizon)
        _whole("working slot", person.id, end, 0, horizon)
        if first >= end or first < edge:
            _fail("working intervals must ascend and hold at least a slot", person.id)
        edge = end
    _unique(f"skill of person {person.id}", (skill for skill, _ in person.skills))
    for skill, level in person.skills:
        _whole("skill level", f"{person.id}, {skill}", level, 0)
    cost = person.cost_per_hour
    if cost is not None and not (math.isfinite(cost) and 0 <= cost <= 1e6):
        _fail("cost_per_hour must be a number from 0 to 1000000", person.id)
    _whole("growth_limit_slots", person.id, person.growth_limit_slots, 0)
    for absence in person.absences:
        _whole("absence", person.id, absence.first_slot, -LARGEST_NUMBER)
        _whole("absence", person.id, absence.end_slot, -LARGEST_NUMBER)


def _check_task(task: Task, people: set[str]) -> None:
    _whole("effort", task.id, task.effort, 0)
    _whole("release", task.id, task.release, 0)
    _whole("priority", task.id, task.priority, 0, HIGHEST_PRIORITY)
    _optional("deadline", task.id, task.deadline)
    _optional("hard_deadline", task.id, task.hard_deadline)
    _optional("locked_start", task.id, task.locked_start)
    for need in task.needs:
        _whole("level of a need", task.id, need.level, 0)
        _whole("count of a need", task.id, need.count, 1, 1000)
    for chosen in (task.candidates or (), task.locked_people or ()):
        _unique(f"person of task {task.id}", chosen)
        unknown = [each for each in chosen if each not in people]
        if unknown:
            _fail(f"task {task.id} names people who are not there", *unknown)
    if task.locked_people == ():
        _fail("locked_people must name somebody", task.id)
    if task.started and task.locked_people is None:
        _fail("a started task needs locked_people", task.id)
    if task.effort == 0 and (task.needs or task.locked_people):
        _fail("a milestone (effort 0) takes nobody", task.id)


def _check_dependencies(problem: Problem) -> None:
    tasks = {task.id for task in problem.tasks}
    for link in problem.dependencies:
        name = f"{link.before} -> {link.after}"
        unknown = [each for each in (link.before, link.after) if each not in tasks]
        if unknown:
            _fail(f"dependency {name} names tasks that are not there", *unknown)
        if link.kind not in ("FS", "SS", "FF", "SF"):
            _fail("kind of a dependency is FS, SS, FF or SF", name)
        _whole("lag", name, link.lag, -LARGEST_NUMBER)


def _check_current(problem: Problem) -> None:
    for each in problem.current:
        _whole("start of a current assignment", each.task, each.start, -LARGEST_NUMBER)
        _whole("end of a current assignment", each.task, each.end, -LARGEST_NUMBER)


def _check_weights(problem: Problem) -> None:
    for field in fields(problem.weights):
        value = getattr(problem.weights, field.name)
        if not (math.isfinite(value) and 0 <= value <= 1e6):
            _fail("a weight must be a number from 0 to 1000000", field.name)
