"""The kinds of change that are weighed, and a problem with one of them made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, islice
from typing import Literal

from ..problem import Absence, Person, Problem, Task
from ..relax import intervals, work_again

LeverKind = Literal[
    "later_deadline", "more_people", "fewer_hours", "move_leave", "longer_days"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One change; what is not meant is None.

    ``later_deadline``: task, slots (by how much); ``more_people``: skill, level, count,
    first_slot; ``fewer_hours``: task, slots (less work for each of its people);
    ``move_leave``: person, first_slot, end_slot (the leave) and slots (by how much it
    moves); ``longer_days``: person, slots (more on each working day), first_slot,
    end_slot.
    """

    kind: LeverKind
    task: str | None = None
    person: str | None = None
    skill: str | None = None
    level: int = 0
    count: int = 1
    slots: int = 0
    first_slot: int = 0
    end_slot: int = 0


def with_lever(problem: Problem, lever: Lever) -> Problem:
    """Give the problem with one change made; the records in it stay as they are."""
    if lever.kind == "more_people":
        return _joined(problem, lever)
    if lever.kind in ("later_deadline", "fewer_hours"):
        tasks = (
            _changed(each, lever) if each.id == lever.task else each
            for each in problem.tasks
        )
        return replace(problem, tasks=tuple(tasks))
    change = _moved if lever.kind == "move_leave" else _longer
    people = (
        change(problem, each, lever) if each.id == lever.person else each
        for each in problem.people
    )
    return replace(problem, people=tuple(people))


def _changed(task: Task, lever: Lever) -> Task:
    if lever.kind == "fewer_hours":
        own = tuple((who, max(1, s - lever.slots)) for who, s in task.effort_of)
        return replace(task, effort=max(1, task.effort - lever.slots), effort_of=own)
    soft, hard = task.deadline, task.hard_deadline
    return replace(
        task,
        deadline=None if soft is None else soft + lever.slots,
        hard_deadline=None if hard is None else hard + lever.slots,
    )


def _joined(problem: Problem, lever: Lever) -> Problem:
    """Let people join who work as the one who works most, and may do all such tasks."""
    most = max(problem.people, key=_works, default=None)
    pattern = most.working if most is not None else ()
    working = tuple(
        (max(first, lever.first_slot), end)
        for first, end in pattern
        if end > lever.first_slot
    )
    skills = ((lever.skill, lever.level),) if lever.skill is not None else ()
    taken = {person.id for person in problem.people}
    free = (name for n in count(1) if (name := f"new {n}") not in taken)
    names = tuple(islice(free, lever.count))
    new = (Person(id=name, working=working, skills=skills) for name in names)
    tasks = tuple(
        task
        if task.candidates is None
        else replace(task, candidates=(*task.candidates, *names))
        for task in problem.tasks
    )
    return replace(problem, people=(*problem.people, *new), tasks=tasks)


def _works(person: Person) -> int:
    return sum(end - first for first, end in person.working)


def _moved(problem: Problem, person: Person, lever: Lever) -> Person:
    """Let somebody work during a leave and be away as long at another time."""
    horizon = problem.horizon
    works = bytearray(horizon)
    for first, end in person.working:
        works[first:end] = b"\1" * (end - first)
    work_again(problem, person, works, lever.first_slot, lever.end_slot)
    first, end = lever.first_slot + lever.slots, lever.end_slot + lever.slots
    first, end = max(0, min(first, horizon)), max(0, min(end, horizon))
    works[first:end] = bytes(end - first)
    old = (lever.first_slot, lever.end_slot)
    absences = tuple(
        Absence(first_slot=first, end_slot=end, name=each.name)
        if (each.first_slot, each.end_slot) == old
        else each
        for each in person.absences
    )
    return replace(person, working=intervals(works), absences=absences)


def _longer(problem: Problem, person: Person, lever: Lever) -> Person:
    """Let each of somebody's working days end later, as far as the day goes."""
    day = 1440 // problem.slot_minutes
    works = bytearray(problem.horizon)
    last: dict[int, int] = {}
    for first, end in person.working:
        works[first:end] = b"\1" * (end - first)
        last[(end - 1) // day] = end
    for at, end in last.items():
        if lever.first_slot <= at * day < lever.end_slot:
            until = min(end + lever.slots, (at + 1) * day, problem.horizon)
            works[end:until] = b"\1" * (until - end)
    return replace(person, working=intervals(works))
