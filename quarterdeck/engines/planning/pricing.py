"""What it costs to put one task of a plan elsewhere, without measuring all again."""

from __future__ import annotations

from collections.abc import Sequence

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
                self._add(number, person, self.load, self.grown)
        self.last = sorted(ends, reverse=True)[:2]

    def _add(self, number: int, person: int, load: list[int], grown: list[int]) -> None:
        load[person] += self.compiled.effort[number]
        if self.objective.grows[number] >> person & 1:
            grown[person] += self.compiled.effort[number]

    def finish_without(self, number: int) -> int:
        """Give the last end among all other tasks."""
        return next((end for end, other in self.last if other != number), 0)

    def change(self, number: int, old: Place, new: Place) -> Amounts:
        """Give by how much each amount grows when a task moves."""
        task, objective = self.compiled.tasks[number], self.objective
        rest = self.finish_without(number)
        due = self.compiled.horizon if task.deadline is None else task.deadline
        late = max(0, new[2] - due) - max(0, old[2] - due)
        gone = [each for each in old[0] if each not in new[0]]
        come = [each for each in new[0] if each not in old[0]]
        cents = objective.cents
        return Amounts(
            lateness=task.priority * late if task.deadline is not None else 0,
            priority_finish=task.priority * (new[2] - old[2]),
            makespan=max(rest, new[2]) - max(rest, old[2]),
            cost=sum(cents(number, p) for p in come)
            - sum(cents(number, p) for p in gone),
            even_load=self._overload(number, gone, come),
            growth=self._missed(number, gone, come),
            stability=objective.changes(number, new[0], new[1])
            - objective.changes(number, old[0], old[1]),
            unplaced=0,
        )

    def _overload(self, number: int, gone: Sequence[int], come: Sequence[int]) -> int:
        effort, fair = self.compiled.effort[number], self.objective.fair

        def over(person: int, more: int) -> int:
            has = self.load[person]
            return max(0, has + more - fair[person]) - max(0, has - fair[person])

        less = sum(over(each, -effort) for each in gone)
        return less + sum(over(each, effort) for each in come)

    def _missed(self, number: int, gone: Sequence[int], come: Sequence[int]) -> int:
        effort, limit = self.compiled.effort[number], self.objective.limit
        grows = self.objective.grows[number]

        def missed(person: int, more: int) -> int:
            if not grows >> person & 1:
                return 0
            wish, has = limit[person], self.grown[person]
            return max(0, wish - has - more) - max(0, wish - has)

        less = sum(missed(each, -effort) for each in gone)
        return less + sum(missed(each, effort) for each in come)
