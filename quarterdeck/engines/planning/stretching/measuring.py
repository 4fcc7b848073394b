"""What a plan with stretch tasks means: the same measures, growing counted in.

A learner's longer effort and the mentor's booked hours are work like any other, in the
load, in the cost and in the objective; the learner's whole time on it is practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..evaluate import Measures, evaluate
from ..own_effort import in_percent
from ..problem import Assignment, Problem, Task
from ..stretch import Stretch

MENTORING = "mentoring\0"  # begins ids of what no caller's task can be called


def measured(
    problem: Problem, plan: Sequence[Assignment], stretches: Sequence[Stretch] = ()
) -> Measures:
    """Measure a plan with its stretch tasks; without any, as ``evaluate`` does."""
    if not stretches:
        return evaluate(problem, plan)
    percent = problem.stretch_rules.longer_percent
    learning = {each.task: each.learner for each in stretches}
    tasks = [
        replace(task, **longer(task, learning[task.id], percent))  # type: ignore[arg-type]
        if task.id in learning
        else task
        for task in problem.tasks
    ]
    given = list(plan)
    for task, place in sessions_as_tasks(stretches):
        tasks.append(task)
        given.append(place)
    found = evaluate(replace(problem, tasks=tuple(tasks)), given)
    told = [each for each in found.changes if not each.task.startswith(MENTORING)]
    return replace(found, changes=tuple(told))


def longer(task: Task, learner: str, percent: int) -> dict[str, object]:
    """Give what differs in a task that somebody learns with."""
    effort = in_percent(task.effort_for((learner,)), percent)
    return {"effort": effort, "effort_of": ()}


def sessions_as_tasks(
    stretches: Sequence[Stretch],
) -> Iterator[tuple[Task, Assignment]]:
    """Give the mentors' booked hours as work that is where it is."""
    for each in stretches:
        for number, (first, end) in enumerate(each.sessions if each.booked else ()):
            name, mentor = f"{MENTORING}{each.task}\0{number}", (each.mentor,)
            task = Task(
                id=name,
                effort=end - first,
                locked_people=mentor,
                locked_start=first,
                priority=0,
            )
            yield task, Assignment(task=name, people=mentor, start=first, end=end)


def extra_slots(problem: Problem, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Give the price of growth in work: slots learners need more, slots of mentors."""
    percent = problem.stretch_rules.longer_percent
    tasks, more = {task.id: task for task in problem.tasks}, 0
    for each in stretches:
        effort = tasks[each.task].effort_for((each.learner,))
        more += in_percent(effort, percent) - effort
    return more, sum(each.mentoring_slots for each in stretches if each.booked)
