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
    for (index, value), literal in model.orders.items():
        if index in values:
            model.cp.add_hint(literal, values[index] >= value)


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
