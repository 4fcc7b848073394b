"""What it costs to put one task of a plan elsewhere, without measuring all again."""

from __future__ import annotations

from collections import Counter

from .objective import Amounts, Objective
from .plan import Plan

Place = tuple[tuple[int, ...], int, int]


class Prices:
    """Loads and ends of one plan, from which a single change is priced exactly."""

    def __init__(self, objective: Objective, plan: Plan) -> None:
        compiled = objective.compiled
        self.objective, self.compiled = objective, compiled
        self.load = [0] * len(compiled.people)
        self.grown = [0] * len(compiled.people)
        ends = []
        for number, end in enumerate(plan.end):
            there = plan.start[number] >= 0
            ends.append((end if there else compiled.horizon, number))
            for person in plan.team[number] if there else ():
                self._add(number, person, compiled.slots(number, plan.team[number]))
        self.last = sorted(ends, reverse=True)[:2]

    def _add(self, number: int, person: int, effort: int) -> None:
        self.load[person] += effort
        if self.objective.grows[number] >> person & 1:
            self.grown[person] += effort

    def finish_without(self, number: int) -> int:
        """Give the last end among all other tasks."""
        return next((end for end, other in self.last if other != number), 0)

    def change(self, number: int, old: Place, new: Place) -> Amounts:
        """Give by how much each amount grows when a task moves."""
        task, objective = self.compiled.tasks[number], self.objective
        rest = self.finish_without(number)
        due = self.compiled.horizon if task.deadline is None else task.deadline
        late = max(0, new[2] - due) - max(0, old[2] - due)
        slots, more = self.compiled.slots, Counter[int]()
        was, comes = slots(number, old[0]), slots(number, new[0])
        for person in old[0]:
            more[person] -= was
        for person in new[0]:
            more[person] += comes
        cents = objective.cents
        return Amounts(
            lateness=task.priority * late if task.deadline is not None else 0,
            priority_finish=task.priority * (new[2] - old[2]),
            makespan=max(rest, new[2]) - max(rest, old[2]),
            cost=sum(cents(person, comes) for person in new[0])
            - sum(cents(person, was) for person in old[0]),
            even_load=sum(self._over(*each) for each in more.items()),
            growth=sum(self._missed(number, *each) for each in more.items()),
            stability=objective.changes(number, new[0], new[1])
            - objective.changes(number, old[0], old[1]),
            unplaced=0,
        )

    def _over(self, person: int, more: int) -> int:
        has, fair = self.load[person], self.objective.fair[person]
        return max(0, has + more - fair) - max(0, has - fair)

    def _missed(self, number: int, person: int, more: int) -> int:
        if not self.objective.grows[number] >> person & 1:
            return 0
        wish, has = self.objective.limit[person], self.grown[person]
        return max(0, wish - has - more) - max(0, wish - has)
