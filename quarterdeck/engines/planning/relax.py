"""The requirements of a problem one by one, and the problem without some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from .problem import Dependency, Person, Problem, Task
from .resources import Mode, Need, Resource
from .result import ConflictItem

PLENTY = 10**9
Intervals = tuple[tuple[int, int], ...]


def requirements(problem: Problem) -> list[ConflictItem]:
    """List what could be given up, that which explains least first."""
    working = [
        ConflictItem(kind="working", people=(person.id,)) for person in problem.people
    ]
    leaves = [
        ConflictItem(
            kind="leave",
            people=(person.id,),
            first_slot=each.first_slot,
            end_slot=each.end_slot,
            name=each.name,
        )
        for person in problem.people
        for each in person.absences
    ]
    links = [_link_item(each) for each in problem.dependencies]
    by_task = [_task_items(problem, task) for task in problem.tasks]
    kinds = (
        "candidates",
        "release",
        "need",
        "lock_people",
        "lock_mode",
        "lock_start",
        "started",
    )
    of_tasks = [
        item
        for kind in kinds
        for items in by_task
        for item in items
        if item.kind == kind
    ]
    deadlines = [i for items in by_task for i in items if i.kind == "deadline"]
    rooms = [
        ConflictItem(kind="resource", resource=each.id, name=each.name or each.id)
        for each in problem.resources
    ]
    return [*working, *leaves, *links, *of_tasks, *rooms, *deadlines]


def parts_by_kind(items: list[ConflictItem]) -> list[list[ConflictItem]]:
    """Group by kind, the first kind last, as parts are taken from the end."""
    kinds = list(dict.fromkeys(item.kind for item in items))
    return [[item for item in items if item.kind == kind] for kind in reversed(kinds)]


def relax(problem: Problem, items: Collection[ConflictItem]) -> Problem:
    """Give the problem without some requirements.

    A dropped need asks for nobody; a task whose last need is dropped asks for any one
    person. A person without ``working`` works day and night but for absences; during
    a dropped ``leave`` a person works as in the weeks around it. Without a ``cycle``
    the links between its members are gone. Of a dropped ``resource`` there is plenty.
    """
    dropped = set(items)
    cut = {
        (before, after)
        for item in dropped
        if item.kind == "cycle"
        for before, after in zip(
            item.tasks, item.tasks[1:] + item.tasks[:1], strict=True
        )
    }
    return replace(
        problem,
        people=tuple(_person(problem, each, dropped) for each in problem.people),
        tasks=tuple(_task(each, dropped) for each in problem.tasks),
        resources=tuple(_resource(each, dropped) for each in problem.resources),
        dependencies=tuple(
            each
            for each in problem.dependencies
            if _link_item(each) not in dropped and (each.before, each.after) not in cut
        ),
    )


def _link_item(link: Dependency) -> ConflictItem:
    return ConflictItem(
        kind="dependency",
        tasks=(link.before, link.after),
        dependency=link.kind,
        lag=link.lag,
    )


def _task_items(problem: Problem, task: Task) -> list[ConflictItem]:
    named = (task.id,)
    found = [
        ConflictItem(
            kind="need",
            tasks=named,
            people=_who(problem, need.skill, need.level),
            skill=need.skill,
            level=need.level,
            count=need.count,
        )
        for need in dict.fromkeys(_needs(task))
    ]
    if task.locked_mode is not None and len(task.modes) > 1:
        item = ConflictItem(kind="lock_mode", tasks=named, count=task.locked_mode)
        found.append(item)
    locked = task.locked_people or ()
    if task.candidates is not None:
        found.append(
            ConflictItem(kind="candidates", tasks=named, people=task.candidates[:10])
        )
    if task.release:
        item = ConflictItem(kind="release", tasks=named, first_slot=task.release)
        found.append(item)
    if task.started:
        item = ConflictItem(
            kind="started", tasks=named, people=locked, first_slot=task.locked_start
        )
        found.append(item)
    elif locked:
        found.append(ConflictItem(kind="lock_people", tasks=named, people=locked))
    if task.locked_start is not None and not task.started:
        item = ConflictItem(
            kind="lock_start", tasks=named, first_slot=task.locked_start
        )
        found.append(item)
    if task.hard_deadline is not None:
        item = ConflictItem(kind="deadline", tasks=named, end_slot=task.hard_deadline)
        found.append(item)
    return found


def _needs(task: Task) -> tuple[Need, ...]:
    return (*task.needs, *(need for mode in task.modes for need in mode.needs))


def _resource(resource: Resource, dropped: set[ConflictItem]) -> Resource:
    gone = any(
        item.kind == "resource" and item.resource == resource.id for item in dropped
    )
    return replace(resource, capacity=PLENTY) if gone else resource


def _mode(mode: Mode, lost: set[tuple[str | None, int | None, int | None]]) -> Mode:
    """A mode that lost its needs still takes somebody, if it did."""
    kept = tuple(n for n in mode.needs if (n.skill, n.level, n.count) not in lost)
    return replace(mode, needs=kept or ((Need(),) if mode.needs else ()))


def _who(problem: Problem, skill: str | None, level: int) -> tuple[str, ...]:
    fits = (
        person.id
        for person in problem.people
        if skill is None or dict(person.skills).get(skill, -1) >= level
    )
    return tuple(person for person, _ in zip(fits, range(10), strict=False))


def _task(task: Task, dropped: set[ConflictItem]) -> Task:
    mine = {item.kind for item in dropped if item.tasks == (task.id,)}
    if not mine:
        return task
    lost = {
        (item.skill, item.level, item.count)
        for item in dropped
        if item.kind == "need" and item.tasks == (task.id,)
    }
    free = "started" in mine
    locked = None if free or "lock_people" in mine else task.locked_people
    return replace(
        task,
        needs=tuple(n for n in task.needs if (n.skill, n.level, n.count) not in lost),
        modes=tuple(_mode(each, lost) for each in task.modes),
        locked_mode=None if "lock_mode" in mine else task.locked_mode,
        candidates=None if "candidates" in mine else task.candidates,
        release=0 if "release" in mine else task.release,
        started=task.started and not free,
        locked_people=locked,
        locked_start=None if free or "lock_start" in mine else task.locked_start,
        hard_deadline=None if "deadline" in mine else task.hard_deadline,
    )


def _person(problem: Problem, person: Person, dropped: set[ConflictItem]) -> Person:
    mine = [item for item in dropped if person.id in item.people]
    always = any(item.kind == "working" for item in mine)
    back = {
        (item.first_slot or 0, item.end_slot or 0)
        for item in mine
        if item.kind == "leave"
    }
    if not always and not back:
        return person
    horizon = problem.horizon
    gone = [
        (max(0, each.first_slot), min(horizon, each.end_slot))
        for each in person.absences
        if (each.first_slot, each.end_slot) not in back
    ]
    works = bytearray(horizon)
    if always:
        works[:] = b"\1" * horizon
        for first, end in gone:
            works[first:end] = bytes(max(0, end - first))
    else:
        for first, end in person.working:
            works[first:end] = b"\1" * (end - first)
        for again in sorted(back):
            work_again(problem, person, works, *again)
    return replace(person, working=intervals(works))


def work_again(
    problem: Problem, person: Person, works: bytearray, first: int, end: int
) -> None:
    """Fill an absence as in the nearest weeks without one, else wholly."""
    week = 7 * 1440 // problem.slot_minutes
    away = bytearray(problem.horizon)
    for each in person.absences:
        low, high = max(0, each.first_slot), min(problem.horizon, each.end_slot)
        away[low:high] = b"\1" * max(0, high - low)
    before = bytes(works)
    for slot in range(max(0, first), min(problem.horizon, end)):
        near = (slot + sign * week * step for step in range(1, 9) for sign in (1, -1))
        like = next(
            (each for each in near if 0 <= each < len(away) and not away[each]), None
        )
        works[slot] = 1 if like is None else before[like]


def intervals(works: bytearray) -> Intervals:
    found: list[tuple[int, int]] = []
    first = -1
    for slot, value in enumerate([*works, 0]):
        if value and first < 0:
            first = slot
        elif not value and first >= 0:
            found.append((first, slot))
            first = -1
    return tuple(found)
