"""Whose hours a plan takes: what its cost is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quarterdeck.engines import planning

    from .problem import Translation

Hours = dict[str, float]


def hours_of_plan(
    translation: Translation, plan: Iterable[planning.Assignment]
) -> Hours:
    """By person, the hours that their tasks still ask of them."""
    asked = asked_of(translation)
    found: Hours = defaultdict(float)
    for each in plan:
        for person in each.people:
            found[person] += asked(each.task, each.people)
    return dict(found)


def hours_taken(translation: Translation, measures: planning.Measures) -> Hours:
    """The same of a plan that is known by its measures only, as its load tells it.

    It differs where somebody is kept waiting for another within one task.
    """
    found: Hours = defaultdict(float)
    for row in measures.load:
        if row.busy:
            found[row.person] += translation.axis.hours(row.busy)
    return dict(found)


def asked_of(translation: Translation) -> Callable[[str, Iterable[str]], float]:
    """Give what a task asks of each of certain people, by its id and theirs."""
    tasks = {task.id: task for task in translation.problem.tasks}

    def asked(task_id: str, people: Iterable[str]) -> float:
        task = tasks.get(task_id)
        return translation.axis.hours(task.effort_for(people)) if task else 0.0

    return asked
