"""The rules a problem has to keep; each failure names the rule, the ids and a way out.

What can be meant but not planned (cycles, dates before the work can be done, a skill
nobody has) is not refused here: ``diagnosis.py`` says it in words, ``solve`` answers it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .problem import Person, Problem, Task
    from .resources import Mode, Resource

LONGEST_HORIZON = 200_000
HIGHEST_PRIORITY = 1_000_000
LARGEST_NUMBER = 10**12
LARGEST_AMOUNT = 10**9


def check_problem(problem: Problem) -> None:
    """Raise ValueError for the first rule that is broken."""
    _whole("horizon", "problem", problem.horizon, 1, LONGEST_HORIZON)
    _whole("slot_minutes", "problem", problem.slot_minutes, 1, 1440)
    _unique("person", (person.id for person in problem.people))
    _unique("task", (task.id for task in problem.tasks))
    _unique("resource", (each.id for each in problem.resources))
    _unique("current assignment of task", (each.task for each in problem.current))
    for person in problem.people:
        _check_person(person, problem.horizon)
    for resource in problem.resources:
        _check_resource(resource)
    people = {person.id for person in problem.people}
    resources = {resource.id for resource in problem.resources}
    for task in problem.tasks:
        _check_task(task, people)
        if task.modes or task.locked_mode is not None:
            _check_modes(task, resources, people)
    _check_dependencies(problem)
    _check_current(problem)
    _check_weights(problem)
    _check_order(problem)
    _check_stretch(problem)


def _fail(rule: str, *ids: str, remedy: str = "") -> None:
    raise ValueError(f"{rule}: {', '.join(ids)}." + (f" {remedy}" if remedy else ""))


def _whole(
    name: str, owner: str, value: object, low: int, high: int = LARGEST_NUMBER
) -> None:
    if type(value) is not int or not low <= value <= high:
        rule = f"{name} must be a whole number from {low} to {high}, not {value!r:.40}"
        _fail(rule, owner, remedy=f"Give {owner} such a number.")


def _optional(name: str, owner: str, value: int | None) -> None:
    if value is not None:
        _whole(name, owner, value, 0)


def _unique(what: str, ids: Iterable[str]) -> None:
    twice = [each for each, count in Counter(ids).items() if count > 1]
    if twice:
        rule = f"each {what} id may appear once"
        _fail(rule, *map(str, sorted(twice)), remedy="Rename or remove one of them.")


def _called(record: Task | Person) -> str:
    return f"{record.id} ({record.name})" if record.name else record.id


def _check_person(person: Person, horizon: int) -> None:
    edge = -1
    for first, end in person.working:
        _whole("working slot", person.id, first, 0, horizon)
        _whole("working slot", person.id, end, 0, horizon)
        if first >= end or first < edge:
            rule = "working intervals must ascend and hold at least a slot"
            _fail(rule, _called(person), remedy="Sort and join the intervals.")
        edge = end
    _unique(f"skill of person {person.id}", (skill for skill, _ in person.skills))
    for skill, level in person.skills:
        _whole("skill level", f"{person.id}, {skill}", level, 0)
    cost = person.cost_per_hour
    if cost is not None and not (math.isfinite(cost) and 0 <= cost <= 1e6):
        rule = "cost_per_hour must be a number from 0 to 1000000"
        _fail(rule, _called(person), remedy="Leave it out if it is not known.")
    _whole("growth_limit_slots", person.id, person.growth_limit_slots, 0)
    _unique(f"wish of person {person.id}", (wish.skill for wish in person.stretch))
    for wish in person.stretch:
        _whole("limit_slots of a wish", person.id, wish.limit_slots, 0)
    for absence in person.absences:
        _whole("absence", person.id, absence.first_slot, -LARGEST_NUMBER)
        _whole("absence", person.id, absence.end_slot, -LARGEST_NUMBER)


def _check_task(task: Task, people: set[str]) -> None:
    name = _called(task)
    _whole("effort", name, task.effort, 0)
    _whole("release", name, task.release, 0)
    _whole("priority", name, task.priority, 0, HIGHEST_PRIORITY)
    _optional("deadline", name, task.deadline)
    _optional("hard_deadline", name, task.hard_deadline)
    _optional("locked_start", name, task.locked_start)
    for need in task.needs:
        _whole("level of a need", name, need.level, 0)
        _whole("count of a need", name, need.count, 1, 1000)
    for chosen in (task.candidates or (), task.locked_people or ()):
        _unique(f"person of task {task.id}", chosen)
        unknown = [each for each in chosen if each not in people]
        if unknown:
            rule = f"task {name} names people who are not there"
            _fail(rule, *unknown, remedy="Add them or take them off the task.")
    if task.locked_people == ():
        _fail("locked_people must name somebody", name, remedy="None means anybody.")
    alone = any(not mode.needs for mode in task.modes)
    if task.started and task.locked_people is None and not alone:
        remedy = "Say who is doing it."
        _fail("a started task needs locked_people", name, remedy=remedy)
    if task.modes:
        if task.locked_people is not None and alone:
            rule = "locked_people are for tasks whose modes all need somebody"
            _fail(rule, name, remedy="Take the lock off or give the modes needs.")
    else:
        _check_own_effort(name, task.effort, task.effort_of, people)
    if not task.modes and task.effort == 0 and (task.needs or task.locked_people):
        remedy = "Give it an effort or take its people off."
        _fail("a milestone (effort 0) takes nobody", name, remedy=remedy)


def _check_own_effort(
    name: str, effort: int, own: tuple[tuple[str, int], ...], people: set[str]
) -> None:
    _unique(f"effort_of person of task {name}", (who for who, _ in own))
    for who, slots in own:
        _whole("effort_of", f"{name}, {who}", slots, 1)
    unknown = [who for who, _ in own if who not in people]
    if unknown:
        rule = f"effort_of of task {name} names people who are not there"
        _fail(rule, *unknown, remedy="Add them or leave them out.")
    if own and not effort:
        remedy = "Give it an effort or leave effort_of out."
        _fail("a milestone (effort 0) has no effort_of", name, remedy=remedy)


def _check_resource(resource: Resource) -> None:
    name = (resource.name and f"{resource.id} ({resource.name})") or resource.id
    if isinstance(resource.capacity, int):
        _whole("capacity", name, resource.capacity, 0, LARGEST_AMOUNT)
        return
    if not resource.renewable:
        rule = "the capacity of a consumable resource is one number"
        _fail(rule, name, remedy="Give it all there is over the whole plan.")
    before = -1
    for slot, amount in resource.capacity:
        _whole("slot of a capacity", name, slot, before + 1)
        _whole("capacity", name, amount, 0, LARGEST_AMOUNT)
        before = slot


def _check_modes(task: Task, resources: set[str], people: set[str]) -> None:
    name = _called(task)
    if task.modes and (task.effort or task.effort_of or task.needs):
        rule = "a task with modes has its effort and needs in them"
        _fail(rule, name, remedy="Leave effort at 0 and needs empty.")
    if task.locked_mode is not None:
        _whole("locked_mode", name, task.locked_mode, 0, max(0, len(task.modes) - 1))
    if task.started and len(task.modes) > 1 and task.locked_mode is None:
        _fail("a started task has one mode", name, remedy="Say which: locked_mode.")
    for mode in task.modes:
        _check_mode(name, mode, resources)
        own, effort = mode.effort_of, mode.effort if mode.needs else 0
        _check_own_effort(name, effort, own, people)


def _check_mode(name: str, mode: Mode, resources: set[str]) -> None:
    _whole("effort of a mode", name, mode.effort, 0)
    if mode.needs and not mode.effort:
        _fail("a mode of effort 0 takes nobody", name, remedy="Give it an effort.")
    for need in mode.needs:
        _whole("level of a need", name, need.level, 0)
        _whole("count of a need", name, need.count, 1, 1000)
    _unique(f"resource of task {name}", (each for each, _ in mode.amounts))
    for resource, amount in mode.amounts:
        _whole("amount of a resource", name, amount, 0, LARGEST_AMOUNT)
        if resource not in resources:
            rule = f"task {name} names resources that are not there"
            _fail(rule, resource, remedy="Add them or leave them out of its modes.")


def _check_dependencies(problem: Problem) -> None:
    tasks = {task.id for task in problem.tasks}
    for link in problem.dependencies:
        name = f"{link.before} -> {link.after}"
        unknown = [each for each in (link.before, link.after) if each not in tasks]
        if unknown:
            rule = f"dependency {name} names tasks that are not there"
            _fail(rule, *unknown, remedy="Add the tasks or remove the dependency.")
        if link.kind not in ("FS", "SS", "FF", "SF"):
            remedy = "FS is the usual one."
            _fail("kind of a dependency is FS, SS, FF or SF", name, remedy=remedy)
        _whole("lag", name, link.lag, -LARGEST_NUMBER)


def _check_current(problem: Problem) -> None:
    for each in problem.current:
        _whole("start of a current assignment", each.task, each.start, -LARGEST_NUMBER)
        _whole("end of a current assignment", each.task, each.end, -LARGEST_NUMBER)


def _check_weights(problem: Problem) -> None:
    for field in fields(problem.weights):
        value = getattr(problem.weights, field.name)
        if not (math.isfinite(value) and 0 <= value <= 1e6):
            remedy = "0 leaves it out."
            rule = "a weight must be a number from 0 to 1000000"
            _fail(rule, field.name, remedy=remedy)


def _check_order(problem: Problem) -> None:
    _unique("aim in strict order", problem.order)
    aims = [field.name for field in fields(problem.weights)][:-1]
    strange = [each for each in problem.order if each not in aims]
    if strange:
        rule = "aims in strict order are terms of the weights"
        _fail(rule, *strange, remedy=f"Choose from {', '.join(aims)}.")


def _check_stretch(problem: Problem) -> None:
    rules = problem.stretch_rules
    _whole("longer_percent", "stretch_rules", rules.longer_percent, 100, 1000)
    _whole("mentoring_percent", "stretch_rules", rules.mentoring_percent, 0, 100)
    _whole("margin_slots", "stretch_rules", rules.margin_slots, 0)
    _whole("levels_above", "stretch_rules", rules.levels_above, 1, 100)
