"""Proven lower bounds: no plan can be better, however long one searches.

Each term is bounded on its own and the prices are applied to the bounds:

- earliest ends along links, each task done by its best candidates with nobody else in
  the way (critical path);
- for every distinct set of candidates, the first moment by which these people have
  worked as much as is reserved for them alone (energy);
- the k-th task to end cannot end before the k shortest are worked off by everybody
  together; pairing the largest priorities with the earliest of these moments bounds
  the weighted finish (rearrangement inequality).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .calendars import Calendar
from .compiled import Compiled
from .objective import Amounts, Objective

Counts = npt.NDArray[np.int64]


class Bounds:
    """Lower bounds of one compiled problem; ``amounts`` holds them by term."""

    def __init__(self, compiled: Compiled, objective: Objective) -> None:
        self.compiled = compiled
        self.objective = objective
        self._distinct: dict[int, list[Calendar]] = {}
        self.ends = self._earliest_ends()
        self._capacity = self._capacities()
        self.makespan = max([*self.ends, *self._energy_ends()], default=0)
        self.amounts = self._amounts()
        self.points = objective.points(self.amounts)

    def _earliest_ends(self) -> list[int]:
        compiled, horizon = self.compiled, self.compiled.horizon
        starts, ends = [0] * len(compiled.tasks), [0] * len(compiled.tasks)
        for number in compiled.order or ():
            task = compiled.tasks[number]
            start, end = task.release, 0
            for other, from_end, to_end, lag in compiled.into[number]:
                moment = (ends[other] if from_end else starts[other]) + lag
                start = start if to_end else max(start, moment)
                end = max(end, moment) if to_end else end
            if task.locked_start is not None:
                start = task.locked_start
            if number in compiled.unplaceable:
                starts[number], ends[number] = 0, horizon
                continue
            starts[number] = max(0, min(start, horizon))
            ends[number] = self._earliest_end(number, starts[number], min(end, horizon))
        self.starts = starts
        return ends

    def _earliest_end(self, number: int, start: int, end: int) -> int:
        compiled, effort = self.compiled, self.compiled.effort[number]
        if effort == 0:
            return max(start, end)
        locked = compiled.locked[number]
        if locked is not None:
            found = compiled.team_calendar(locked).earliest_end(start, end, effort)
            return compiled.horizon if found is None else found
        if compiled.own[number] and compiled.heads[number] == 1:
            return self._earliest_alone(number, start, end)
        # of every need the best person; the whole team cannot be quicker
        return max(
            min(
                (
                    compiled.horizon if found is None else found
                    for found in (
                        calendar.earliest_end(start, end, effort)
                        for calendar in self._calendars(mask)
                    )
                ),
                default=compiled.horizon,
            )
            for mask, _ in compiled.seats[number]
        )

    def _earliest_alone(self, number: int, start: int, end: int) -> int:
        """Give the end of whoever is first, where it takes some people other hours."""
        compiled, ends = self.compiled, [self.compiled.horizon]
        pairs = {
            (id(calendar := compiled.calendars[person]), slots): (calendar, slots)
            for person in compiled.members(compiled.union[number])
            for slots in (compiled.slots_of(number, person),)
        }
        for calendar, slots in pairs.values():
            found = calendar.earliest_end(start, end, slots)
            ends.append(compiled.horizon if found is None else found)
        return min(ends)

    def _calendars(self, mask: int) -> list[Calendar]:
        """Give calendars of which none of these people can be quicker than the best.

        Where they differ much, one person who works whenever any of them does stands
        for all: a little weaker, and as quick for a hundred people as for one.
        """
        if mask not in self._distinct:
            people = self.compiled.members(mask)
            shared = {id(c): c for c in (self.compiled.calendars[p] for p in people)}
            found = list(shared.values())
            if len(found) > 8:
                found = [Calendar(np.any([each.mask for each in found], axis=0))]
            self._distinct[mask] = found
        return self._distinct[mask]

    def _capacities(self) -> dict[int, Counts]:
        """Give, for every set of candidates, the work they can do before each slot."""
        compiled = self.compiled
        masks = {mask for each in compiled.seats for mask, _ in each}
        # many different sets (as with hand-picked candidates) bound little each
        chosen = sorted(masks, key=lambda mask: (-mask.bit_count(), mask))[:200]
        everybody = (1 << len(compiled.people)) - 1
        return {mask: self.capacity_of(mask) for mask in {everybody, *chosen}}

    def capacity_of(self, mask: int) -> Counts:
        """Give what people can work before each slot, all together."""
        total = np.zeros(self.compiled.horizon + 1, dtype=np.int64)
        for person in self.compiled.members(mask):
            total += np.frombuffer(
                self.compiled.calendars[person].before, dtype=np.int32
            )
        return total

    def _energy_ends(self) -> list[int]:
        """Give for each set of people when the work only they can do may be done."""
        compiled = self.compiled
        work: dict[int, int] = {}
        for number, seats in enumerate(compiled.seats):
            locked = compiled.locked[number]
            if number in compiled.unplaceable or not compiled.effort[number]:
                continue
            parts = [(compiled.union[number], len(locked))] if locked else seats
            for mask, count in parts:
                work[mask] = work.get(mask, 0) + count * compiled.effort[number]
        found = []
        for mask, capacity in self._capacity.items():
            inside = sum(amount for part, amount in work.items() if not part & ~mask)
            # the first slot by which capacity is enough; beyond the horizon: horizon
            found.append(min(int(np.searchsorted(capacity, inside)), compiled.horizon))
        return found

    def _weighted_finish(self) -> int:
        compiled = self.compiled
        by_term = sum(
            task.priority * end
            for task, end in zip(compiled.tasks, self.ends, strict=True)
        )
        everybody = self._capacity[(1 << len(compiled.people)) - 1]
        work = sorted(
            effort * heads
            for effort, heads in zip(compiled.effort, compiled.heads, strict=True)
        )
        moments = np.searchsorted(
            everybody, np.cumsum(np.asarray(work, dtype=np.int64))
        )
        moments = np.minimum(moments, compiled.horizon)
        moments = np.maximum(moments, np.sort(np.asarray(self.ends, dtype=np.int64)))
        priorities = sorted((task.priority for task in compiled.tasks), reverse=True)
        paired = sum(a * int(b) for a, b in zip(priorities, moments, strict=True))
        return max(by_term, paired)

    def _amounts(self) -> Amounts:
        compiled = self.compiled
        late = sum(
            task.priority * max(0, end - task.deadline)
            for task, end in zip(compiled.tasks, self.ends, strict=True)
            if task.deadline is not None
        )
        lost = [self.objective.current.get(each) for each in compiled.unplaceable]
        changes = sum(len(each[0]) + 1 for each in lost if each is not None)
        return Amounts(
            lateness=late,
            priority_finish=self._weighted_finish(),
            makespan=self.makespan,
            cost=self._cost(),
            even_load=0,
            growth=0,
            stability=changes,
            unplaced=len(compiled.unplaceable),
        )

    def _cost(self) -> int:
        """Everybody's cheapest team, seats apart."""
        compiled, objective = self.compiled, self.objective
        if not objective.price.cost:
            return 0
        rate = [person.cost_per_hour or 0.0 for person in compiled.people]
        cheap: dict[int, list[int]] = {}
        total = 0
        for number, mask in enumerate(compiled.union):
            if number in compiled.unplaceable:
                continue
            if compiled.own[number] and compiled.heads[number] == 1:
                total += self._cheapest(number)
                continue
            if mask not in cheap:
                cheap[mask] = sorted(compiled.members(mask), key=rate.__getitem__)
            team, effort = (
                cheap[mask][: compiled.heads[number]],
                compiled.effort[number],
            )
            total += sum(objective.cents(person, effort) for person in team)
        return total

    def _cheapest(self, number: int) -> int:
        """Of whoever does a task alone: who takes longer may cost less."""
        compiled, cents = self.compiled, self.objective.cents
        return min(
            cents(person, compiled.slots_of(number, person))
            for person in compiled.members(compiled.union[number])
        )
