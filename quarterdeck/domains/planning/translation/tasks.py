"""A task record as the planner knows it, or the reason why it cannot be planned."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quarterdeck.domains.projects.models import Task
from quarterdeck.engines import planning

from ..models import PlanLock
from .axis import Axis

# How much more an urgent hour counts than a low one; shown beside the weights.
PRIORITY_WEIGHT = {1: 8, 2: 4, 3: 2, 4: 1}


@dataclass(frozen=True)
class LeftOut:
    """A task that is not in the plan, counted and listed, never taken as nothing."""

    task_id: int
    title: str
    reason: str


def hours_of(task: Task) -> float | None:
    """Remaining hours, else the middle of the estimate, else None: not known."""
    if task.remaining is not None:
        return float(task.remaining)
    if task.estimate_low is None or task.estimate_high is None:
        return None
    return float(task.estimate_low + task.estimate_high) / 2


def reason_to_leave_out(task: Task) -> str | None:
    hours = hours_of(task)
    if hours is None:
        return "no estimate yet"
    if hours == 0 and task.status == Task.Status.DOING:
        return "nothing remains to be done; finish it or say what remains"
    return None


def engine_task(
    task: Task,
    *,
    axis: Axis,
    now: int,
    contributors: tuple[int, ...],
    needs: tuple[planning.Need, ...],
    candidates: tuple[str, ...],
    lock: PlanLock | None,
    deadline: date | None,
    own_hours: Mapping[int, float],
) -> planning.Task:
    """Translate one task. Work that is going on stays with its people.

    A task of no hours is a milestone: it has a day, and takes nobody.
    """
    effort = axis.slots(hours_of(task) or 0)
    people = tuple(str(i) for i in contributors) if effort else ()
    started = task.status == Task.Status.DOING and bool(people)
    keeps = started or (lock is not None and lock.keeps_people and bool(people))
    release = now
    if task.project.starts_on is not None:
        release = max(release, axis.start_of_day(task.project.starts_on))
    start = _kept_start(task, axis, lock) if not started else None
    hard = task.deadline is not None and task.deadline_is_hard
    return planning.Task(
        id=str(task.pk),
        effort=effort,
        effort_of=_own(task, own_hours, axis) if effort else (),
        needs=() if keeps or not effort else needs,
        release=max(0, min(release, axis.horizon - 1) if start is None else 0),
        deadline=_slot(deadline, axis),
        hard_deadline=_slot(task.deadline, axis) if hard else None,
        priority=PRIORITY_WEIGHT[task.priority],
        candidates=None if keeps or not effort else candidates,
        locked_people=people if keeps else None,
        locked_start=start,
        started=started,
        project=str(task.project_id),
    )


def _own(task: Task, own: Mapping[int, float], axis: Axis) -> planning.Own:
    """What it takes of whom; hours that remain were said by who does it, and count."""
    if task.remaining is not None:
        return ()
    pairs = ((str(who), max(1, axis.slots(hours))) for who, hours in own.items())
    return tuple(sorted(pairs))


def _slot(day: date | None, axis: Axis) -> int | None:
    if day is None:
        return None
    return min(max(axis.after_day(day), 0), axis.horizon)


def _kept_start(task: Task, axis: Axis, lock: PlanLock | None) -> int | None:
    if lock is None or not lock.keeps_start or task.planned_start is None:
        return None
    slot = axis.slot_of(task.planned_start)
    return slot if 0 <= slot < axis.horizon else None


def deadline_of(task: Task) -> date | None:
    """The nearest of the task's own, its milestone's and its project's deadline."""
    milestone: Any = task.milestone
    days = (
        task.deadline,
        milestone.deadline if milestone else None,
        task.project.deadline,
    )
    return min((day for day in days if day is not None), default=None)


def current_plan(
    tasks: Mapping[int, Task], contributors: Mapping[int, tuple[int, ...]], axis: Axis
) -> tuple[planning.Assignment, ...]:
    """The plan in force, as far as it lies on the axis."""
    found = []
    for task_id, task in tasks.items():
        people = tuple(str(i) for i in contributors.get(task_id, ()))
        span = _span_of(task, axis)
        if span is not None and people:
            found.append(
                planning.Assignment(
                    task=str(task_id), people=people, start=span[0], end=span[1]
                )
            )
    return tuple(found)


def named_people(
    tasks: Mapping[int, Task],
    contributors: Mapping[int, tuple[int, ...]],
    axis: Axis,
    now: int,
) -> tuple[planning.Assignment, ...]:
    """Who was named for tasks that have no date yet, as from now on.

    Somebody chose these people, so taking one off is a change like any other and has
    to be worth it; that the task gets a date is none, and costs every plan the same.
    """
    found = []
    for task_id, task in tasks.items():
        people = tuple(str(i) for i in contributors.get(task_id, ()))
        effort = axis.slots(hours_of(task) or 0)
        if people and effort and _span_of(task, axis) is None:
            found.append(
                planning.Assignment(
                    task=str(task_id), people=people, start=now, end=now + effort
                )
            )
    return tuple(found)


def _span_of(task: Task, axis: Axis) -> tuple[int, int] | None:
    if task.planned_start is None or task.planned_end is None:
        return None
    start = axis.slot_of(task.planned_start)
    end = axis.end_slot_of(task.planned_end)
    return (start, end) if 0 <= start < end <= axis.horizon else None
