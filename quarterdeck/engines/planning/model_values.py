"""Plans into the exact model as hints, and solutions out of it."""

from __future__ import annotations

from typing import Any

from .model import Model
from .plan import Plan
from .solver_thread import Solution


def hint(model: Model, plan: Plan) -> None:
    """Tell CP-SAT of a plan to start from."""
    values: dict[int, int] = {}
    for number in model.tasks:
        found = model.of[number]
        start, end = plan.start[number], plan.end[number]
        if model.compiled.effort[number]:
            start = model.axis.point_from(start)
            end = model.axis.point_from(end - 1) + 1
            model.cp.add_hint(found.end, end)
        model.cp.add_hint(found.start, start)
        values[found.start.index], values[found.end.index] = start, end
        if model.compiled.locked[number] is None:
            for person, literal in found.people.items():
                model.cp.add_hint(literal, person in plan.team[number])
        _hint_rest(model, number, plan, end - start)
        _hint_effort(model, number, plan)
    for (index, value), literal in model.orders.items():
        if index in values:
            model.cp.add_hint(literal, values[index] >= value)


def _hint_effort(model: Model, number: int, plan: Plan) -> None:
    mine, team = model.of[number], plan.team[number]
    effort = model.compiled.slots(number, team)
    for value, literal in mine.efforts.items():
        model.cp.add_hint(literal, value == effort)
    for person, parts in mine.work.items() if mine.efforts else ():
        for value, literal in parts:
            model.cp.add_hint(literal, person in team and value == effort)


def _hint_rest(model: Model, number: int, plan: Plan, size: int) -> None:
    """Tell what follows from start, end and team, so that CP-SAT need not search it."""
    mine, team = model.of[number], set(plan.team[number])
    fitting = [people for people, _ in mine.modes if team <= people]
    smallest = min(fitting, key=len, default=None)
    for people, literal in mine.modes:
        model.cp.add_hint(literal, people == smallest)
    if mine.size is not None:
        model.cp.add_hint(mine.size, size)
    for end, moment in ((False, plan.start[number]), (True, plan.end[number])):
        if (number, end) in model.moments:
            model.cp.add_hint(model.moments[number, end], moment)


def read(model: Model, value: Any) -> Solution:
    """Read a solution; ``value`` gives a variable's value."""
    found: Solution = {}
    for number in model.tasks:
        mine = model.of[number]
        start, end = value(mine.start), value(mine.end)
        team = tuple(p for p, literal in mine.people.items() if value(literal))
        if model.compiled.effort[number]:
            start, end = model.axis.slot_of(start), model.axis.slot_of(end - 1) + 1
        found[number] = (tuple(sorted(team)), start, end)
    return found
