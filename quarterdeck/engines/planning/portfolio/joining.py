"""Put the plans of parts together again, and let work close up across the seams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..compiled import Compiled
from ..dispatch import Dispatch
from ..objective import SCALE, Objective
from ..plan import plan_of
from ..problem import Assignment
from .records import PartPlan

Plan = dict[str, Assignment]
Value = tuple[int, int]
LAST = 1e12


class Joining:
    """The best plan of the whole so far, which is only ever replaced by a better one."""

    def __init__(self, compiled: Compiled, plan: Iterable[Assignment]) -> None:
        self.compiled, self.objective = compiled, Objective(compiled)
        self.plan: Plan = {each.task: each for each in plan}
        self.value = self._value(self.plan)

    def take(
        self, plans: Iterable[PartPlan], movable: Mapping[int, Sequence[str]]
    ) -> int:
        """Take over what is better; say of how many parts.

        A part without a plan stays as it was. Together the parts are tried first, then
        one after the other: what one wins may be lost where the whole is measured.
        """
        there = {n: sum(t in self.plan for t in names) for n, names in movable.items()}
        better = [
            each
            for each in sorted(plans, key=lambda each: each.number)
            if each.after < each.before
            or len(each.assignments) > there[each.number]
            or self.compiled.problem.order  # points say too little: it is measured
        ]
        if better and self._try(better, movable):
            return len(better)
        return sum(self._try([each], movable) for each in better)

    def close_up(self, seed: int) -> bool:
        """Do all work in the same order by the same people, as early as it can be.

        What ends earlier in one part lets others begin earlier in the next.
        """
        from ..boards import Search

        search = Search(Dispatch(self.compiled, self.objective), seed)
        stands = plan_of(self.compiled, self.plan.values())
        keys = [float(each) if each >= 0 else LAST for each in stands.start]
        made, sound = search.decode_with(keys, [team or None for team in stands.team])
        value = self.objective.value(made)
        if not sound or value >= self.value:
            return False
        found = made.assignments(self.compiled)
        self.plan, self.value = {each.task: each for each in found}, value
        return True

    def _try(
        self, plans: Sequence[PartPlan], movable: Mapping[int, Sequence[str]]
    ) -> bool:
        trial = dict(self.plan)
        for each in plans:
            for name in movable[each.number]:
                trial.pop(name, None)
            trial.update({place.task: place for place in each.assignments})
        value = self._value(trial)
        if value >= self.value:
            return False
        self.plan, self.value = trial, value
        return True

    @property
    def points(self) -> float:
        """What the plan is worth by the weights."""
        made = plan_of(self.compiled, self.plan.values())
        return self.objective.by_weights(self.objective.amounts(made)) / SCALE

    def _value(self, plan: Plan) -> Value:
        return self.objective.value(plan_of(self.compiled, plan.values()))
