"""Improves a plan of any size in the kernel, a hundredth of a second at a time.

Where the finish alone counts a population of orders is bred (``kernel/breed.py``);
where everybody works alone as well, who does what is annealed (``alone.py``). Else, and
beside it, the best plan is ruined and recreated (``kernel/ruin.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property

import numpy as np

from .alone import Alone, is_alone
from .arrays import board_of
from .compiled import Compiled
from .crowd import Crowd
from .dispatch import Dispatch
from .kernel import board as at
from .kernel.board import Board, twin
from .kernel.breed import breed
from .kernel.decode import decode
from .kernel.ruin import go_back, keep_best, keep_plan, ruin_and_recreate
from .kinds import is_crowd
from .mirroring import mirror_of
from .plan import Plan, Team
from .rules import Keys, chains, latest_starts, stretch

STEP = 25_000  # what the kernel looks at in a hundredth of a second, about
MOST_BRED = 2_000
STEPS_EACH = 20
ALIVE, SMALLEST = 120, 30
# where everybody works alone and the finish alone counts, a chain ends last
DIRECT, FEW_FREED, MANY_FREED = 0.5, 8.0, 40.0
ANNEALED = 8  # of so many rounds one is not by who does what
COUNTED = 4  # of so many rounds one is not by kinds of people, where they count
TINY, SEEN_ALL = 12, 2_000  # so few tasks that so many tries have tried all


class Search:
    """The kernel's boards of one problem, and the best plan found on them.

    Made when everything that is pinned has its place.
    """

    def __init__(
        self,
        dispatch: Dispatch,
        seed: int,
        seconds: float | None = None,
        least: int = 0,
    ) -> None:
        self.compiled: Compiled = dispatch.compiled
        self.sound = dispatch.pin()
        self.board: Board = board_of(dispatch.placing, dispatch.pinned_now)
        works = [each for each in self.compiled.effort if each] or [1]
        self.board.points[at.REACH] = stretch(self.compiled) * sum(works) / len(works)
        self.board.points[at.HERE : at.THERE + 3] = 1e300
        self.board.tally[at.SEED] = seed % 2_147_483_562 + 1
        self.board.tally[at.SEED_TOO] = seed // 2_147_483_562 % 2_147_483_398 + 1
        self.steps = 0
        self._tried, self._way = (True, np.inf, np.inf), 0.0
        objective = dispatch.objective
        price, has = objective.price, [task.deadline for task in self.compiled.tasks]
        self.breeds = (
            len(has) <= MOST_BRED
            and not price.priority_finish
            and not self.board.tally[at.WISHING]
            and not (price.lateness and any(each is not None for each in has))
        )
        self.counts = (
            self.breeds and not dispatch.pinned_now and is_crowd(self.compiled)
        )
        self.anneals = (
            self.breeds and not dispatch.pinned_now and is_alone(self.compiled)
        )
        self._placing, self._seed, self._seconds = dispatch.placing, seed, seconds
        self.least, self._stood = least, np.inf
        alone = self.breeds and max(self.compiled.heads, default=0) <= 1
        self.board.points[at.DIRECT] = DIRECT if alone else 0.0
        self.board.points[at.MOST] = FEW_FREED if alone else MANY_FREED
        self.alive = ALIVE if seconds is None else int(min(ALIVE, 40 * seconds**0.5))

    @cached_property
    def mirror(self) -> Board:
        """The board with time running backwards."""
        return mirror_of(self.board, self.compiled)

    @cached_property
    def urgency(self) -> at.Real:
        """Latest starts, around which orders are drawn."""
        end = max(chains(self.compiled), default=0.0)
        return np.array(latest_starts(self.compiled, end), dtype=np.float64)

    @cached_property
    def crowd(self) -> Crowd:
        """The search by kinds of people."""
        return Crowd(self._placing, self.urgency, self._seed, self._seconds)

    @cached_property
    def alone(self) -> Alone:
        """The search for who does what, where everybody works alone."""
        return Alone(self.compiled, self.least, self._seed)

    @cached_property
    def orders(self) -> at.Whole:
        """The population; the fewer, the longer each takes and the less time there is."""
        size = len(self.compiled.tasks)
        heads = max(1, int(self.board.task[-1, at.TEAM]))
        alive = int(min(max(SMALLEST, self.alive), max(20, 40_000 // heads)))
        return np.zeros((alive, size), dtype=np.int64)

    @cached_property
    def fit(self) -> at.Real:
        """Points of the population; -1 for those not born yet."""
        return np.full(len(self.orders), -1.0)

    @cached_property
    def tastes(self) -> at.Real:
        """Who each of the population sooner chooses; in the last row what it began with."""
        return np.tile(self.board.taste[:, at.TASTE], (len(self.orders) + 1, 1))

    def decode(self, keys: Keys) -> tuple[Plan, bool]:
        """Make a plan as ``Dispatch.decode`` does, in both ways to break ties.

        The search goes on in the way that made the best plan.
        """
        board, found = self.board, list[tuple[bool, float, float, float]]()
        for way in (0.0, 1.0):
            found.append((*self._decoded(keys, way), way))
        best = min(found)
        if best[:3] < self._tried:
            self._tried, self._way = best[:3], best[3]
        if best[3] == 0.0:
            self._decoded(keys, 0.0)
        board.points[at.IDLE] = self._way
        return self._plan(at.START, at.END, at.NOW_HAS), not best[0]

    def decode_with(
        self, keys: Keys, teams: Sequence[Team | None]
    ) -> tuple[Plan, bool]:
        """Make a plan in which tasks keep their teams where one is given."""
        board, first = self.board, self.board.task[:, at.TEAM]
        board.weight[:, at.KEY] = keys
        board.task[:, at.KEEP] = 0
        for number, team in enumerate(teams):
            if team:
                board.task[number, at.KEEP] = 1
                board.team[first[number] : first[number + 1], at.WANTED] = team
        decode(board, -np.inf)
        sound = self.sound and bool(board.tally[at.SOUND])
        return self._plan(at.START, at.END, at.NOW_HAS), sound

    def _decoded(self, keys: Keys, way: float) -> tuple[bool, float, float]:
        board = self.board
        board.weight[:, at.KEY] = keys
        board.task[:, at.KEEP] = 0
        board.points[at.IDLE] = way
        decode(board, -np.inf)
        sound = self.sound and bool(board.tally[at.SOUND])
        missing, points = board.points[at.MISSING], board.points[at.POINTS]
        return not sound, float(missing), float(points)

    def start_from(self, plan: Plan, value: tuple[int, int]) -> None:
        """Stand at a sound plan, which is the best so far."""
        board, heads = self.board, self.board.task[:, at.TEAM]
        board.task[:-1, at.START], board.task[:-1, at.END] = plan.start, plan.end
        for number, team in enumerate(plan.team):
            if team:
                board.team[heads[number] : heads[number + 1], at.NOW_HAS] = team
        board.points[at.MISSING : at.TIE + 1] = *value, np.inf
        keep_plan(board)
        keep_best(board)

    def sibling(self, seed: int) -> Search:
        """Give a search of the same problem that stands at the same plan."""
        other = copy(self)
        for made in ("mirror", "orders", "fit", "tastes", "crowd", "alone"):
            other.__dict__.pop(made, None)
        other._seed, other._stood = seed, np.inf
        other.board = twin(self.board, seed)
        return other

    def advance(self) -> Plan | None:
        """Search for one step; give a plan if a better one was found."""
        board, found = self.board, self.board.tally[at.FOUND]
        self.steps += 1
        if board.tally[at.STALLED] > SEEN_ALL and len(board.task) <= TINY:
            return None
        if self.counts and self.steps // STEPS_EACH % COUNTED < COUNTED - 1:
            return self._counted()
        if self.anneals and self.steps // STEPS_EACH % ANNEALED < ANNEALED - 1:
            return self._annealed()
        breeds = self.breeds and self.steps // STEPS_EACH % 2 == 0
        work = board.tally[at.WORK] + STEP
        if breeds:
            breed(
                board,
                self.mirror,
                self.orders,
                self.fit,
                self.tastes,
                self.urgency,
                work,
            )
        else:
            if self.breeds and self.steps % STEPS_EACH == 0:
                go_back(board)
            ruin_and_recreate(board, work)
        if board.tally[at.FOUND] == found:
            return None
        return self._plan(at.BEST_START, at.BEST_END, at.BEST)

    def _annealed(self) -> Plan | None:
        """Search for a step by who does what, from the best plan known to all."""
        points = self.board.points
        if points[at.THERE] > 0:
            return None
        if points[at.THERE + 1] < self._stood:
            self.alone.start_from(self._plan(at.BEST_START, at.BEST_END, at.BEST))
        found = self._taken(self.alone.advance())
        self._stood = points[at.THERE + 1]
        return found

    def _counted(self) -> Plan | None:
        """Search for a step by kinds of people."""
        return self._taken(self.crowd.advance())

    def _taken(self, plan: Plan | None) -> Plan | None:
        """Stand at a plan if it ends earlier than the best."""
        points = self.board.points
        if plan is None:
            return None
        found = points[at.MAKESPAN] * max(plan.end)
        if points[at.THERE] == 0 and points[at.THERE + 1] <= found:
            return None
        self.start_from(plan, (0, int(found)))
        return plan

    def _plan(self, start: int, end: int, who: int) -> Plan:
        task, plan = self.board.task, Plan(0)
        plan.start = task[:-1, start].tolist()
        plan.end = task[:-1, end].tolist()
        first = task[:, at.TEAM].tolist()
        people: Sequence[int] = self.board.team[:, who].tolist()
        plan.team = [
            tuple(sorted(people[first[n] : first[n + 1]])) if begin >= 0 else ()
            for n, begin in enumerate(plan.start)
        ]
        return plan
