"""The objective of the exact model: the same amounts and prices as ``objective.py``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from .bounds import Bounds
from .model import Model
from .objective import Amounts, Objective

Terms = list[tuple[int, Any]]


def add_objective(model: Model, objective: Objective, bounds: Bounds) -> None:
    """Minimise the points of the modelled tasks, in ``model.unit`` millionths."""
    terms = _terms(model, objective, bounds, objective.price)
    # smaller numbers are easier for CP-SAT, and exact when told as floats
    model.unit = math.gcd(*(points for points, _ in terms)) or 1
    model.cp.minimize(
        sum(points // model.unit * variable for points, variable in terms if points)
    )


def hold(
    model: Model, objective: Objective, bounds: Bounds, held: Mapping[str, int]
) -> None:
    """Let no amount of an aim be above what it may be."""
    for aim, most in held.items():
        price = Amounts(*[0] * len(Amounts._fields))._replace(**{aim: 1})
        terms = _terms(model, objective, bounds, price)
        model.cp.add(sum(points * variable for points, variable in terms) <= most)


def _terms(model: Model, objective: Objective, bounds: Bounds, price: Amounts) -> Terms:
    terms: Terms = []
    if price.makespan:
        terms.append((price.makespan, _makespan(model, bounds)))
    for number in model.tasks:
        terms += _time_terms(model, price, number)
        if number in objective.current and price.stability:
            terms += _change_terms(model, objective, price, number)
    terms += _people_terms(model, objective, price)
    return terms


def _makespan(model: Model, bounds: Bounds) -> Any:
    """Give the last end, in slots; the last point of the axis is enough to find it."""
    axis, cp = model.axis, model.cp
    low = axis.point_from(min(bounds.makespan, axis.limit))
    last = cp.new_int_var(min(low, axis.length), axis.length, "")
    moment = cp.new_int_var(min(bounds.makespan, axis.limit), axis.limit, "")
    for number in model.tasks:
        if model.compiled.effort[number]:
            cp.add(last >= model.of[number].end)
        else:
            cp.add(moment >= model.of[number].end)
    # a person cannot finish before having worked all that is given to them
    for load in _loads(model).values():
        cp.add(last >= load)
    skipped = sum(length * model.at_least(last, at + 1) for at, length in axis.jumps)
    cp.add(moment >= last + skipped)
    return moment


def _time_terms(model: Model, price: Amounts, number: int) -> Terms:
    task = model.compiled.tasks[number]
    finish, late = price.priority_finish * task.priority, price.lateness * task.priority
    terms: Terms = []
    if finish:
        terms.append((finish, model.moment(number, end=True)))
    if late and task.deadline is not None and task.deadline < model.axis.limit:
        lateness = model.cp.new_int_var(0, model.axis.limit, "")
        model.cp.add(lateness >= model.moment(number, end=True) - task.deadline)
        terms.append((late, lateness))
    return terms


def _change_terms(
    model: Model, objective: Objective, prices: Amounts, number: int
) -> Terms:
    people, begin = objective.current[number]
    price, mine = prices.stability, model.of[number]
    moved = model.cp.new_bool_var("")
    moment = model.moment(number, end=False)
    model.cp.add(moment <= begin + objective.day).only_enforce_if(~moved)
    model.cp.add(moment >= begin - objective.day).only_enforce_if(~moved)
    terms: Terms = [(price, moved)]
    for person in sorted(people):
        literal = mine.people.get(person)
        terms.append((price, 1 if literal is None else 1 - literal))
    return terms


def _people_terms(model: Model, objective: Objective, price: Amounts) -> Terms:
    terms: Terms = []
    if price.cost:
        for number in model.tasks:
            for person, parts in model.of[number].work.items():
                for slots, literal in parts:
                    cents = objective.cents(person, slots)
                    terms.append((price.cost * cents, literal))
    if price.even_load:
        for person, load in _loads(model).items():
            over = model.cp.new_int_var(0, 10**9, "")
            model.cp.add(over >= load - objective.fair[person])
            terms.append((price.even_load, over))
    if price.growth:
        grown = _loads(model, objective.grows)
        for person, limit in enumerate(objective.limit):
            if limit:
                missed = model.cp.new_int_var(0, limit, "")
                model.cp.add(missed >= limit - grown.get(person, 0))
                terms.append((price.growth, missed))
    return terms


def _loads(model: Model, only: list[int] | None = None) -> dict[int, Any]:
    """Give the slots of work by person; ``only`` limits tasks to some people's bits."""
    parts: dict[int, list[Any]] = {}
    for number in model.tasks:
        for person, work in model.of[number].work.items():
            if only is None or only[number] >> person & 1:
                each = [slots * literal for slots, literal in work]
                parts.setdefault(person, []).extend(each)
    return {person: sum(each) for person, each in parts.items()}
