"""Measures any plan, also one that is incomplete or breaks rules: before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .compiled import Compiled
from .objective import SCALE, Objective
from .plan import Plan, plan_of
from .problem import Assignment, Problem
from .result import Result, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A task that ends ``slots`` after its deadline."""

    task: str
    slots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Working slots of a person that are taken in a week, and how many there are.

    Weeks are counted from slot 0; ``busy`` above ``capacity`` means double booked.
    """

    person: str
    week: int
    busy: int
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A task that differs from the current plan; None and () where it is not in one
    of the two."""

    task: str
    people_before: tuple[str, ...] = ()
    people_after: tuple[str, ...] = ()
    start_before: int | None = None
    start_after: int | None = None
    end_before: int | None = None
    end_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a plan means for people, dates and money.

    Parameters
    ----------
    objective, terms
        As in ``Result``; tasks that are missing count as ending at the horizon.
    finish
        Last end in slots; 0 for an empty plan.
    lateness_slots, late
        Sum over tasks, and by task, without priorities.
    weighted_finish
        Sum of priority x end over the tasks that are there, in slots.
    load
        By person and week, weeks without capacity and work left out.
    cost
        In currency. ``growth_hours`` of practice that people wished for, each up to
        their limit.
    changes
        Tasks that differ from the current plan in any way.
    missing
        Ids of tasks that are not in the plan.
    """

    objective: float
    terms: tuple[Term, ...]
    finish: int
    lateness_slots: int
    late: tuple[Late, ...]
    weighted_finish: int
    load: tuple[Load, ...]
    cost: float
    growth_hours: float
    changes: tuple[Change, ...]
    missing: tuple[str, ...]


def evaluate(problem: Problem, plan: Result | Sequence[Assignment]) -> Measures:
    """Measure a plan; unknown tasks and people in it are left out.

    Parameters
    ----------
    problem
        Gives deadlines, priorities, cost, wishes and the current plan.
    plan
        A result or any assignments, e.g. ``problem.current``.
    """
    given = plan.assignments if isinstance(plan, Result) else tuple(plan)
    compiled = Compiled(problem)
    objective = Objective(compiled)
    made = plan_of(compiled, given)
    amounts = objective.amounts(made)
    there = [number for number, start in enumerate(made.start) if start >= 0]
    late = _late(compiled, made, there)
    wished = sum(objective.limit)
    return Measures(
        objective=objective.by_weights(amounts) / SCALE,
        terms=objective.terms(amounts),
        finish=max((made.end[number] for number in there), default=0),
        lateness_slots=sum(each.slots for each in late),
        late=late,
        weighted_finish=sum(
            compiled.tasks[number].priority * made.end[number] for number in there
        ),
        load=_load(compiled, made, there),
        cost=amounts.cost / 100,
        growth_hours=(wished - amounts.growth) * problem.slot_minutes / 60,
        changes=_changes(problem, given),
        missing=tuple(
            task.id for n, task in enumerate(compiled.tasks) if made.start[n] < 0
        ),
    )


def _late(compiled: Compiled, plan: Plan, there: list[int]) -> tuple[Late, ...]:
    found = []
    for number in there:
        task = compiled.tasks[number]
        if task.deadline is not None and plan.end[number] > task.deadline:
            found.append(Late(task=task.id, slots=plan.end[number] - task.deadline))
    return tuple(found)


def _load(compiled: Compiled, plan: Plan, there: list[int]) -> tuple[Load, ...]:
    horizon = compiled.horizon
    week = 7 * 1440 // compiled.problem.slot_minutes
    edges = [*range(0, horizon, week), horizon]
    busy = [[0] * (len(edges) - 1) for _ in compiled.people]
    for number in there:
        start, end = plan.start[number], min(plan.end[number], horizon)
        for person in plan.team[number]:
            before = compiled.calendars[person].before
            for at in range(start // week, -(-end // week)):
                first, last = max(start, edges[at]), min(end, edges[at + 1])
                busy[person][at] += before[last] - before[first]
    return tuple(
        Load(person=person.id, week=at, busy=busy[number][at], capacity=capacity)
        for number, person in enumerate(compiled.people)
        for at, capacity in enumerate(_capacity(compiled, number, edges))
        if capacity or busy[number][at]
    )


def _capacity(compiled: Compiled, person: int, edges: list[int]) -> list[int]:
    before = compiled.calendars[person].before
    return [before[end] - before[first] for first, end in pairwise(edges)]


def _changes(problem: Problem, given: Sequence[Assignment]) -> tuple[Change, ...]:
    old = {each.task: each for each in problem.current}
    new = {each.task: each for each in given}
    found = []
    for task in (task.id for task in problem.tasks):
        before, after = old.get(task), new.get(task)
        if _same(before, after):
            continue
        found.append(
            Change(
                task=task,
                people_before=before.people if before else (),
                people_after=after.people if after else (),
                start_before=before.start if before else None,
                start_after=after.start if after else None,
                end_before=before.end if before else None,
                end_after=after.end if after else None,
            )
        )
    return tuple(found)


def _same(before: Assignment | None, after: Assignment | None) -> bool:
    if before is None or after is None:
        return before is after
    return (set(before.people), before.start, before.end) == (
        set(after.people),
        after.start,
        after.end,
    )
