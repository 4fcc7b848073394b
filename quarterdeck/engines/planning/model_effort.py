"""What a task takes in the exact model, where that depends on who does it.

The effort is the largest of those chosen. For teams one literal says which it is, and
each person's part is a choice among the efforts that are no smaller than their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Model

Var = Any
Work = list[tuple[int, Var]]  # slots, and the literal that says so


def add_effort(model: Model, number: int) -> None:
    """Fill ``effort`` and ``work`` of a task whose people are there."""
    compiled, found = model.compiled, model.of[number]
    effort = compiled.effort[number]
    if not compiled.own[number]:
        found.effort = effort
        found.work = {who: [(effort, lit)] for who, lit in found.people.items()}
        return
    alone = {who: compiled.slots_of(number, who) for who in found.people}
    if compiled.heads[number] == 1:
        found.work = {who: [(alone[who], lit)] for who, lit in found.people.items()}
        found.effort = sum(alone[who] * lit for who, lit in found.people.items())
        return
    values = sorted({max(effort, slots) for slots in alone.values()})
    found.efforts = {value: model.cp.new_bool_var("") for value in values}
    model.cp.add_exactly_one(found.efforts.values())
    found.effort = sum(value * lit for value, lit in found.efforts.items())
    for who, literal in found.people.items():
        _add_part(model, number, who, alone[who], literal)
    for value, literal in found.efforts.items():
        slowest = [found.people[who] for who in alone if alone[who] == value]
        if value > effort:  # the least is reached by nobody slower being chosen
            model.cp.add_bool_or([*slowest, ~literal])


def _add_part(model: Model, number: int, who: int, slots: int, literal: Var) -> None:
    found = model.of[number]
    parts: Work = []
    for value, chosen in found.efforts.items():
        if value >= slots:
            part = model.cp.new_bool_var("")
            model.cp.add_implication(part, chosen)
            parts.append((value, part))
    model.cp.add(sum(part for _, part in parts) == literal)
    found.work[who] = parts
