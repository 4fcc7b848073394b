"""A plan's problem with the chosen ways alone: no modes, no resources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .problem import Assignment, Problem, Task
from .resources import Mode


def chosen_mode(task: Task, given: Mapping[str, Assignment]) -> Mode | None:
    """Give the way a plan does a task; None for a task that has no modes."""
    if not task.modes:
        return None
    placed = given.get(task.id)
    return task.modes[placed.mode if placed is not None else task.locked_mode or 0]


def flat(problem: Problem, given: Mapping[str, Assignment]) -> Problem:
    """Give the problem in which each task has only the way the plan does it."""
    if not any(task.modes for task in problem.tasks):
        return replace(problem, resources=()) if problem.resources else problem
    tasks = tuple(
        in_mode(task, mode) if (mode := chosen_mode(task, given)) else task
        for task in problem.tasks
    )
    return replace(problem, tasks=tasks, resources=())


def in_mode(task: Task, mode: Mode) -> Task:
    """Give a task that knows one way; where nobody is taken it becomes a milestone."""
    plain = replace(task, modes=(), locked_mode=None)
    if mode.needs:
        efforts = {"effort": mode.effort, "effort_of": mode.effort_of}
        return replace(plain, needs=mode.needs, **efforts)  # type: ignore[arg-type]
    start = task.release if task.started else None
    return replace(
        plain,
        locked_people=None,
        started=False,
        candidates=None,
        locked_start=task.locked_start if task.locked_start is not None else start,
    )
