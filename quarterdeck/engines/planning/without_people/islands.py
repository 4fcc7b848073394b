"""Two populations side by side, on two threads where there are two cores.

A round is a fixed number of schedules for each of them, after which they may exchange
their best plans; so what is found depends on seed and rounds, never on the threads.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

from ..kernel.unit_evolution import evolve, invite
from ..kernel.unit_facts import Hands, Whole, make_hands
from ..kernel.unit_justify import load_modes
from .given_starts import is_overfull
from .search import Places, Search
from .tasks import Tasks

ISLANDS = 2
ROUND = 600_000  # task placements, some 10 to 20 ms
MOST = 4_000  # schedules
RATE = 25_000_000  # task placements a second and core, for choosing a population
SMALLEST, LARGEST = 24, 900
PATIENCE = 60


class Islands:
    """Searches that go on round by round."""

    def __init__(self, search: Search, greedy: int = 1) -> None:
        self.search, self.greedy = search, greedy
        size = max(1, search.given.size)
        self.round = max(8, min(MOST, ROUND // size))
        population = self._population(size)
        self.hands = [
            make_hands(search.given, population, search.seed * ISLANDS + number)
            for number in range(ISLANDS)
        ]
        for each in self.hands:
            each.mode[:] = -1
            load_modes(search.given, each, search.given.mode_first[:-1].astype("i4"))
        self.given_starts = any(start >= 0 for start in search.tasks.fixed)
        self.rounds = 0
        self._offered = [math.inf] * ISLANDS
        self.active = ISLANDS
        self._pool = ThreadPoolExecutor(ISLANDS) if search.workers > 1 else None

    def _population(self, size: int) -> int:
        search = self.search
        schedules = 10.0 * RATE / size
        if search.steps_allowed is not None:
            schedules = float(search.steps_allowed * self.round)
        elif search.seconds is not None:
            schedules = search.seconds * RATE / size
        # as many plans as each can be a mother some 250 times
        return int(min(LARGEST, max(SMALLEST, 0.9 * (schedules / 3.6) ** 0.5)))

    def go_on(self) -> None:
        """Do a round and offer what was found."""
        search = self.search
        active = self.hands[: self.active]
        if self._pool is not None and len(active) > 1:
            list(self._pool.map(self._evolve, active))
        else:
            for each in active:
                self._evolve(each)
        self.rounds += 1
        search.iterations += 1
        for number, each in enumerate(active):
            if each.best_value[0] < self._offered[number]:
                self._offered[number] = each.best_value[0]
                places = self._places(each)
                if places is not None:
                    search.offer(places)
        if self.rounds % 50 == 0:
            for number, each in enumerate(active):
                invite(search.given, each, active[number - 1])

    def _evolve(self, hands: Hands) -> None:
        evolve(self.search.given, hands, self.round, self.greedy, PATIENCE)

    def _places(self, hands: Hands) -> Places | None:
        """Read the best plan; None when it breaks a hard date or takes too much."""
        given, tasks = self.search.given, self.search.tasks
        starts = hands.best_start.tolist()
        modes = (hands.best_mode - given.mode_first[:-1]).tolist()
        used = given.mode_use.reshape(-1, max(1, len(given.stock)))
        if len(given.stock) and (used[hands.best_mode].sum(0) > given.stock).any():
            return None
        for number in tasks.order:
            links = tasks.into[number]
            if starts[number] > given.limit or any(starts[e.other] < 0 for e in links):
                starts[number] = -1
        efforts = given.mode_effort[hands.best_mode]
        for number, task in enumerate(self.search.problem.tasks):
            due, start = task.hard_deadline, starts[number]
            required = tasks.fixed[number] >= 0 or due is not None
            if required and start < 0:
                return None
            if due is not None and start + efforts[number] > due:
                return None
            if tasks.fixed[number] >= 0 and not _waits(tasks, starts, efforts, number):
                return None
        if self.given_starts and is_overfull(tasks, starts, modes):
            return None
        return starts, modes

    def close(self) -> None:
        """Let the threads go."""
        if self._pool is not None:
            self._pool.shutdown()


def _waits(tasks: Tasks, starts: list[int], efforts: Whole, number: int) -> bool:
    """Say whether a fixed task starts after what leads to it."""
    for link in tasks.into[number]:
        moment = starts[link.other] + link.lag
        moment += efforts[link.other] if link.from_end else 0
        moment -= efforts[number] if link.to_end else 0
        if starts[number] < moment:
            return False
    return True
