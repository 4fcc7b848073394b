"""Makes a plan from an order of tasks: the serial schedule generation scheme.

Tasks become ready when their predecessors are placed; the ready task with the smallest
key goes to whoever can do it best at its earliest, gaps included (Kolisch 1996, here
with calendars, skills and teams). The first plan of a small problem is made here, so
that nobody waits until the kernel is loaded, which decodes in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from .compiled import Compiled
from .objective import Objective
from .placing import Placing
from .plan import Plan, Team
from .rules import Keys


class Dispatch:
    """Decoder of one compiled problem.

    Attributes
    ----------
    fixed
        Places found elsewhere that every plan must use: task to (team, start, end).
    """

    def __init__(self, compiled: Compiled, objective: Objective) -> None:
        self.compiled = compiled
        self.objective = objective
        self.fixed: dict[int, tuple[Team, int, int]] = {}
        self.placing = Placing(compiled, objective)
        self._possible = not compiled.misfits and not any(
            number in compiled.unplaceable for number in compiled.required
        )
        self.pinned = [
            number
            for number, task in enumerate(compiled.tasks)
            if (task.started or task.locked_start is not None)
            and number not in compiled.unplaceable
        ]

    def decode(
        self,
        keys: Keys,
        teams: Sequence[Team | None] | None = None,
    ) -> tuple[Plan, bool]:
        """Make a plan.

        Parameters
        ----------
        keys
            By task; the smallest ready key is placed first.
        teams
            By task: keep this team; None where it is free to choose.

        Returns
        -------
        plan, sound
            ``sound`` is False when a lock or hard deadline is not met; such a plan
            must not leave the solver.
        """
        sound = self.pin()
        plan = self.placing.plan
        self._place_rest(keys, teams, {*self.pinned, *self.fixed})
        return plan, sound and self._keeps_hard_dates(plan)

    def pin(self) -> bool:
        """Begin again with what has a fixed place; False when that is impossible."""
        placing = self.placing
        placing.clear()
        for number, place in self.fixed.items():
            placing.take(number, *place)
        return self._possible and all(
            number in self.fixed or placing.place_pinned(number)
            for number in self.pinned
        )

    @property
    def pinned_now(self) -> set[int]:
        """What has a fixed place, if one was found for it."""
        start = self.placing.plan.start
        return {n for n in (*self.pinned, *self.fixed) if start[n] >= 0}

    def _place_rest(
        self, keys: Keys, teams: Sequence[Team | None] | None, taken: set[int]
    ) -> None:
        compiled, placing = self.compiled, self.placing
        into, out_of, lost = compiled.into, compiled.out_of, compiled.unplaceable
        waiting = [len(links) for links in into]
        ready: list[tuple[float, int]] = []
        for number in compiled.order or ():
            if number in taken or number in lost:
                continue
            waiting[number] -= sum(link.other in taken for link in into[number])
            if waiting[number] == 0:
                ready.append((keys[number], number))
        heapify(ready)
        while ready:
            _, number = heappop(ready)
            placing.place(number, teams[number] if teams else None)
            for link in out_of[number]:
                other = link.other
                if other not in taken:
                    waiting[other] -= 1
                    if waiting[other] == 0 and other not in lost:
                        heappush(ready, (keys[other], other))

    def _keeps_hard_dates(self, plan: Plan) -> bool:
        compiled = self.compiled
        for number, task in enumerate(compiled.tasks):
            limit = task.hard_deadline
            if limit is not None and not 0 <= plan.end[number] <= limit:
                return False
        for number in self.pinned:
            if plan.start[number] < 0:
                return False
            start, end, ok = self.placing.earliest(number)
            if not ok or plan.start[number] < start or plan.end[number] < end:
                return False
        return True
