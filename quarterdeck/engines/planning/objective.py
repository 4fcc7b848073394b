"""The objective in whole numbers: millionths of a point, so sums are exact.

Each term of ``Weights`` has an amount in small whole units (slots, cents, changes)
and a price per unit. The same amounts make the reported terms, the exact model's
objective and the bound, which is why the three can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .compiled import Compiled
from .plan import Plan
from .problem import Weights
from .result import Term

SCALE = 10**6
LEVEL = 10**40  # more than all prices times all amounts there can be


class Amounts(NamedTuple):
    """Amounts by term, in the order of ``Weights``; also used for prices."""

    lateness: int
    priority_finish: int
    makespan: int
    cost: int
    even_load: int
    growth: int
    stability: int
    unplaced: int


def in_strict_order(price: Amounts, aims: Sequence[str]) -> Amounts:
    """Give prices with which no amount of one aim outweighs a unit of an earlier one."""
    levels = {aim: LEVEL ** (len(aims) - n) for n, aim in enumerate(aims)}
    return price._replace(**levels)


class Objective:
    """Measures plans of one compiled problem, by its weights or by others."""

    def __init__(self, compiled: Compiled, weights: Weights | None = None) -> None:
        self.compiled = compiled
        problem = compiled.problem
        minutes = problem.slot_minutes
        self.weights = weights = weights or problem.weights
        self.day = 1440 // minutes

        def price(weight: float, per: float) -> int:
            return round(weight * per * SCALE)

        self.price = Amounts(
            lateness=price(weights.lateness, minutes / 60),
            priority_finish=price(weights.priority_finish, minutes / 60),
            makespan=price(weights.makespan, minutes / 60),
            cost=price(weights.cost, 0.01),
            even_load=price(weights.even_load, minutes / 60),
            growth=price(weights.growth, minutes / 60),
            stability=price(weights.stability, 1),
            unplaced=price(weights.unplaced, 1),
        )
        aims = () if weights is not problem.weights else problem.order
        self.prices = in_strict_order(self.price, aims) if aims else self.price
        self.cents_by_slot = [
            (each.cost_per_hour or 0.0) * 100 * minutes / 60 for each in problem.people
        ]
        self.fair = self._fair_shares()
        self.limit = [each.growth_limit_slots for each in problem.people]
        self.grows = self._growing()
        self.current = self._current()

    def _fair_shares(self) -> list[int]:
        compiled = self.compiled
        work = sum(
            task.effort * heads
            for number, (task, heads) in enumerate(
                zip(compiled.tasks, compiled.heads, strict=True)
            )
            if number not in compiled.unplaceable
        )
        times = [calendar.total for calendar in compiled.calendars]
        return [-(-work * each // max(1, sum(times))) for each in times]

    def _growing(self) -> list[int]:
        wishes: dict[str, int] = {}
        for number, person in enumerate(self.compiled.people):
            if person.growth_limit_slots:
                for skill in person.wants_to_grow:
                    wishes[skill] = wishes.get(skill, 0) | 1 << number
        found = []
        for task in self.compiled.tasks:
            mask = 0
            for need in task.needs if wishes else ():
                mask |= wishes.get(need.skill or "", 0)
            found.append(mask)
        return found

    def _current(self) -> dict[int, tuple[frozenset[int], int]]:
        compiled, found = self.compiled, {}
        for each in compiled.problem.current:
            number = compiled.task_number.get(each.task)
            if number is not None:
                known = (compiled.person_number.get(who) for who in each.people)
                team = frozenset(who for who in known if who is not None)
                found[number] = (team, each.start)
        return found

    def cents(self, person: int, slots: int) -> int:
        """Give what so much of a person's work costs, in cents."""
        return round(slots * self.cents_by_slot[person])

    def changes(self, task: int, team: tuple[int, ...], start: int) -> int:
        """Count the changes of one task against the current plan."""
        if task not in self.current:
            return 0
        people, begin = self.current[task]
        return len(people.difference(team)) + (abs(start - begin) > self.day)

    def amounts(self, plan: Plan) -> Amounts:
        """Measure a plan; a task left out counts as ending at the horizon."""
        late = finish = makespan = missing = changes = cents = 0
        horizon, load = self.compiled.horizon, [0] * len(self.fair)
        grown = [0] * len(self.fair)
        for number, task in enumerate(self.compiled.tasks):
            end, team = plan.end[number], plan.team[number]
            if plan.start[number] < 0:
                missing, end, team = missing + 1, horizon, ()
                if number in self.current:
                    changes += len(self.current[number][0]) + 1
            else:
                changes += self.changes(number, team, plan.start[number])
            makespan = max(makespan, end)
            finish += task.priority * end
            if task.deadline is not None and end > task.deadline:
                late += task.priority * (end - task.deadline)
            effort = self.compiled.slots(number, team)
            for person in team:
                load[person] += effort
                cents += self.cents(person, effort)
                if self.grows[number] >> person & 1:
                    grown[person] += effort
        over = sum(
            max(0, has - fair) for has, fair in zip(load, self.fair, strict=True)
        )
        missed = sum(
            max(0, wish - has) for wish, has in zip(self.limit, grown, strict=True)
        )
        return Amounts(late, finish, makespan, cents, over, missed, changes, missing)

    def points(self, amounts: Amounts) -> int:
        """Weigh amounts, in millionths of a point; aims in strict order outweigh all
        that comes after them, so that such points compare and mean nothing else."""
        return sum(a * b for a, b in zip(amounts, self.prices, strict=True))

    def by_weights(self, amounts: Amounts) -> int:
        """Weigh amounts by the weights alone, whatever the order of aims."""
        return sum(a * b for a, b in zip(amounts, self.price, strict=True))

    def value(self, plan: Plan) -> tuple[int, int]:
        """Give what plans are compared by: tasks left out, then points."""
        amounts = self.amounts(plan)
        return amounts.unplaced, self.points(amounts)

    def terms(self, amounts: Amounts) -> tuple[Term, ...]:
        """Give the public terms."""
        hour = self.compiled.problem.slot_minutes / 60
        per = {"cost": 0.01, "stability": 1.0, "unplaced": 1.0}
        units = {"cost": "currency", "stability": "changes", "unplaced": "tasks"}
        return tuple(
            Term(
                name=name,
                amount=amount * per.get(name, hour),
                unit=units.get(name, "hours"),
                weight=getattr(self.weights, name),
                points=amount * price / SCALE,
            )
            for name, amount, price in zip(
                Amounts._fields, amounts, self.price, strict=True
            )
        )
