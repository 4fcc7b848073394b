"""Searches for plans of teams among people of whom many can do the same.

Where the finish alone counts and all work at the same hours, people are counted by
kind (``kernel/kinds_decode.py``); who does what is settled when a plan is found.
"""

from __future__ import annotations

import numpy as np

from .kernel.board import Real, Whole
from .kernel.kinds_evolution import evolve
from .kernel.kinds_facts import make_hands, make_pool
from .kinds import facts_of, kinds_of
from .placing import Placing
from .plan import Plan

ROUND = 16_000  # placements in a hundredth of a second, about
RATE = 1_300_000  # in a second, for choosing a population
SMALLEST, LARGEST, USUAL = 24, 400, 100
EACH = 0.7  # plans for each two of a population, whose square there is time for


class Crowd:
    """The population of one search, and its best plan."""

    def __init__(
        self,
        placing: Placing,
        urgency: Real,
        seed: int,
        seconds: float | None,
    ) -> None:
        compiled = self.compiled = placing.compiled
        self.kinds = kinds_of(compiled)
        tasks = len(compiled.tasks)
        scarcity = np.array([placing.scarcity[kind[0]] for kind in self.kinds])
        self.facts = facts_of(compiled, self.kinds, scarcity, urgency, back=False)
        self.back = facts_of(compiled, self.kinds, scarcity, urgency, back=True)
        alive = USUAL
        if seconds is not None:
            alive = int((seconds * RATE / tasks / EACH) ** 0.5)
        self._hands = make_hands(self.facts)
        self._pool = make_pool(self.facts, min(LARGEST, max(SMALLEST, alive)), seed)
        self._round = max(8, ROUND // tasks)
        self._told = np.inf

    def advance(self) -> Plan | None:
        """Search for a hundredth of a second; give a plan that ends earlier, if any."""
        pool = self._pool
        evolve(self.facts, self.back, self._hands, pool, self._round)
        if np.floor(pool.best_value[0]) >= self._told:
            return None
        self._told = np.floor(pool.best_value[0])
        return self._named(pool.best_start, pool.best_taken)

    def _named(self, start: Whole, taken: Whole) -> Plan:
        """Name who does what: of a kind, whoever is free."""
        compiled, plan = self.compiled, Plan(len(self.compiled.tasks))
        busy_until = [[0] * len(people) for people in self.kinds]
        for number in np.lexsort((self.facts.rank, start)).tolist():
            begin, team = int(start[number]), list[int]()
            end = begin + compiled.effort[number]
            if begin == end:
                self._put_milestone(plan, number)
                continue
            for kind, count in enumerate(taken[number].tolist()):
                until = busy_until[kind]
                idle = (n for n, moment in enumerate(until) if moment <= begin)
                for each, _ in zip(list(idle), range(count), strict=False):
                    until[each] = end
                    team.append(self.kinds[kind][each])
            slots = compiled.calendars[0].slots
            plan.put(number, tuple(sorted(team)), slots[begin], slots[end - 1] + 1)
        return plan

    def _put_milestone(self, plan: Plan, number: int) -> None:
        links = self.compiled.into[number]
        ends = [plan.end[link.other] + link.lag for link in links]
        moment = max([self.compiled.tasks[number].release, *ends])
        plan.put(number, (), moment, moment)
