"""Put the records of one team's work together as a problem for the planner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task
from quarterdeck.engines import planning

from ..queries import Link, Scope
from .axis import Axis
from .begun import one_at_a_time
from .growing import Growing, rules_of
from .people import clipped, without, working_intervals
from .tasks import (
    LeftOut,
    current_plan,
    deadline_of,
    engine_task,
    hours_of,
    named_people,
    reason_to_leave_out,
)

FINE, COARSE = 30, 60  # minutes of a slot; above so many tasks an hour is fine enough
MANY_TASKS = 800
GROWTH_HOURS = 8.0  # wished practice a week that counts at most


@dataclass(frozen=True)
class Translation:
    """The problem, and what is needed to tell its result in words."""

    problem: planning.Problem
    in_force: tuple[planning.Assignment, ...]  # of `current`, what has a date
    axis: Axis
    tasks: Mapping[int, Task]
    people: Mapping[int, Person]
    contributors: Mapping[int, tuple[int, ...]]
    left_out: tuple[LeftOut, ...] = field(default=())


def translate(
    scope: Scope,
    weights: planning.Weights,
    costs: Mapping[int, float] | None = None,
    stretch_rules: Mapping[str, int] | None = None,
    order: tuple[str, ...] = (),
) -> Translation:
    """Build the problem: people with their hours, tasks with their needs, what is fixed.

    `costs` are given only to a search that weighs them.
    """
    axis = axis_for(scope)
    growing = Growing(scope, axis)
    planned, left_out = _split(scope)
    now = max(0, axis.end_slot_of(scope.at))
    known = costs or {}
    people = tuple(
        growing.person(_person(person, scope, axis, known.get(person.pk)))
        for person in scope.people.values()
    )
    tasks = one_at_a_time(
        growing.task(_task(task, scope, axis, now)) for task in planned.values()
    )
    in_force = current_plan(planned, scope.contributors, axis)
    problem = planning.Problem(
        horizon=axis.horizon,
        slot_minutes=axis.slot_minutes,
        people=people,
        tasks=tasks,
        dependencies=tuple(_links(scope.dependencies, planned, axis)),
        current=(
            *in_force,
            *named_people(planned, scope.contributors, axis, now),
        ),
        weights=weights,
        stretch_rules=rules_of(stretch_rules, axis),
        order=order,
    )
    return Translation(
        problem, in_force, axis, planned, scope.people, scope.contributors, left_out
    )


def axis_for(scope: Scope) -> Axis:
    """An axis long enough for all the work, twice over, and for the last deadline."""
    hours = sum(hours_of(task) or 0 for task in scope.tasks.values())
    weekly = sum(sum(row[:7]) for row in scope.hours.values()) or 40.0
    longest = max((hours_of(task) or 0 for task in scope.tasks.values()), default=0)
    own = [each for row in scope.own_hours.values() for each in row.values()]
    longest = max([longest, *own])
    days = 56 + ceil(14 * hours / weekly) + ceil(longest / 4)
    last = max(
        (d for d in map(deadline_of, scope.tasks.values()) if d is not None),
        default=scope.first_day,
    )
    days = max(days, min((last - scope.first_day).days, 730) + 14)
    minutes = FINE if len(scope.tasks) <= MANY_TASKS else COARSE
    return Axis(scope.first_day, min(days, scope.days), scope.zone, minutes)


def _split(scope: Scope) -> tuple[dict[int, Task], tuple[LeftOut, ...]]:
    """Part the tasks that can be planned from those that cannot, with reasons."""
    reasons = {
        task_id: reason
        for task_id, task in scope.tasks.items()
        if (reason := reason_to_leave_out(task)) is not None
    }
    after: dict[int, list[int]] = {}
    for link in scope.dependencies:
        after.setdefault(link.before_id, []).append(link.after_id)
    reasons.update({i: r for i, r in scope.waiting_outside.items() if i in scope.tasks})
    # What waits for a task that is left out cannot be dated either.
    waiting = list(reasons)
    while waiting:
        before = waiting.pop()
        for task_id in after.get(before, ()):
            if task_id in scope.tasks and task_id not in reasons:
                title = scope.tasks[before].title
                reasons[task_id] = f"waits for “{title}”, which is not in the plan"
                waiting.append(task_id)
    planned = {i: task for i, task in scope.tasks.items() if i not in reasons}
    left_out = (LeftOut(i, scope.tasks[i].title, r) for i, r in reasons.items())
    return planned, tuple(sorted(left_out, key=lambda each: each.task_id))


def _person(
    person: Person, scope: Scope, axis: Axis, cost: float | None
) -> planning.Person:
    hours = scope.hours[person.pk][: axis.days]
    working = without(
        working_intervals(hours, axis),
        (
            (axis.slot_of(start), axis.end_slot_of(end))
            for start, end in scope.busy_elsewhere.get(person.pk, ())
        ),
    )
    skills = scope.skills.get(person.pk, ())
    wishes = tuple(str(s.skill_id) for s in skills if s.wants_to_grow)
    weeks = axis.days / 7
    return planning.Person(
        id=str(person.pk),
        working=clipped(working, 0, axis.horizon),
        skills=tuple((str(s.skill_id), s.level) for s in skills if s.level > 0),
        wants_to_grow=wishes,
        growth_limit_slots=axis.slots(GROWTH_HOURS * weeks) if wishes else 0,
        cost_per_hour=cost,
        absences=_absences(person, scope, axis),
    )


def _absences(person: Person, scope: Scope, axis: Axis) -> tuple[planning.Absence, ...]:
    return tuple(
        planning.Absence(
            first_slot=axis.start_of_day(first),
            end_slot=axis.start_of_day(last + timedelta(days=1)),
            name="leave",
        )
        for first, last in scope.absences.get(person.pk, ())
    )


def _task(task: Task, scope: Scope, axis: Axis, now: int) -> planning.Task:
    needs = tuple(
        planning.Need(skill=str(n.skill_id), level=n.level, count=n.head_count)
        for n in scope.needs.get(task.pk, ())
    )
    together = len(scope.contributors.get(task.pk, ()))
    if not needs and together > 1:
        # Its hours are for each of them: fewer people would not do the same work.
        needs = (planning.Need(count=together),)
    allowed = scope.candidates_of(task)
    return engine_task(
        task,
        axis=axis,
        now=max(
            now, *(axis.end_slot_of(m) for m in scope.earliest.get(task.pk, ())), 0
        ),
        contributors=tuple(
            p for p in scope.contributors.get(task.pk, ()) if p in scope.people
        ),
        needs=needs,
        candidates=tuple(str(i) for i in allowed),
        lock=scope.locks.get(task.pk),
        deadline=deadline_of(task),
        own_hours=scope.own_hours.get(task.pk, {}),
    )


def _links(
    dependencies: Iterable[Link], planned: Mapping[int, Task], axis: Axis
) -> Iterable[planning.Dependency]:
    for link in dependencies:
        if link.before_id in planned and link.after_id in planned:
            yield planning.Dependency(
                before=str(link.before_id),
                after=str(link.after_id),
                kind=link.kind,  # type: ignore[arg-type]
                lag=round(link.lag_hours * 60 / axis.slot_minutes),
            )
