"""CP-SAT beside the search: it proves bounds and finishes what is nearly the best.

Small problems are its own; on middling ones it works on one core while the search goes
on on the other; large ones are left to the search.
"""

from __future__ import annotations

import math
import threading
from typing import Any

from ..stop import Clock
from .exact import Model
from .islands import Islands
from .search import Places, Search

SMALL, MIDDLING, LARGE = 40, 100, 400
FIRST_SHARE = 0.12  # of the time: from here on CP-SAT has small problems
HALF_SHARE = 0.5  # and one core for middling ones
ALONE_SHARE = 0.3  # of the time: with modes to choose from, CP-SAT on all cores
LAST_SHARE = 0.7  # and one core for what is larger
POLL_SECONDS = 0.005


class Proof:
    """Decides when CP-SAT joins, and takes over what it finds."""

    def __init__(self, search: Search, clock: Clock) -> None:
        self.search, self._clock, self._began = search, clock, clock()
        self._thread: threading.Thread | None = None
        self._solver: Any = None
        self._model: Model | None = None
        self._found: list[Places] = []
        self._bound: float | None = None
        self._status = ""
        self._taken = 0
        self.tried = False

    def consider(self, islands: Islands) -> None:
        """Start when it is time; take over news."""
        search = self.search
        if search.steps_allowed is not None:
            if not self.tried and self._is_time(islands):
                self.tried = True
                left = search.steps_allowed - search.iterations
                self._start(workers=1, steps=max(1, left // 2))
                self._wait(search)
                self._judge()
                search.iterations += max(1, left // 2)
            return
        if not self.tried and self._is_time(islands):
            self.tried = True
            alone = search.given.size <= SMALL or bool(search.given.several)
            self._start(workers=search.workers if alone else 1, steps=None)
            if search.given.several:
                seconds = 10.0 if search.seconds is None else search.seconds
                self._wait(search, self._clock() + ALONE_SHARE * seconds)
            islands.active = 1 if search.workers > 1 else islands.active
        if self._thread is None:
            return
        if search.given.size <= SMALL:
            self._wait(search)
        self._take(search)
        if not self._thread.is_alive():
            self._judge()
            self._thread = None
            islands.active = len(islands.hands)

    def _is_time(self, islands: Islands) -> bool:
        search = self.search
        size = search.given.size
        if size > LARGE:
            return False
        # CP-SAT is quick to choose among modes, the search is not
        early = size <= SMALL or bool(search.given.several)
        share = FIRST_SHARE if early else HALF_SHARE
        if size > MIDDLING and not early:
            share = LAST_SHARE
        if search.steps_allowed is not None:
            return search.iterations >= share * search.steps_allowed
        seconds = 10.0 if search.seconds is None else search.seconds
        if size > MIDDLING and not early and seconds < 4:
            return False
        first = min(share * seconds, 0.15) if early else share * seconds
        return self._clock() - self._began >= first

    def _start(self, *, workers: int, steps: int | None) -> None:
        from ortools.sat.python import cp_model

        search = self.search
        end = search.problem.horizon
        whole = search.best is not None and min(search.best[0], default=0) >= 0
        if search.best is not None and whole and search.simple:
            end = min(end, search.amounts(search.best).makespan)
        self._model = Model(search, end)
        if search.best is not None and whole:
            self._model.hint(search.best)
        solver = self._solver = cp_model.CpSolver()
        solver.parameters.random_seed = search.seed % 2**31
        solver.parameters.num_workers = workers
        if steps is not None:
            solver.parameters.max_deterministic_time = steps / 100
        solver.best_bound_callback = self._hear
        callback = _callback(cp_model, self._found, self._model)
        cp = self._model.cp

        def work() -> None:
            self._status = solver.status_name(solver.solve(cp, callback))
            if self._status in ("OPTIMAL", "FEASIBLE"):
                self._hear(solver.best_objective_bound)

        self._thread = threading.Thread(target=work, daemon=True)
        self._thread.start()

    def _judge(self) -> None:
        """Learn from the end whether there is no plan of all tasks at all."""
        none = self._status == "INFEASIBLE" and self.search.best is None
        self.search.impossible = self.search.impossible or none

    def _hear(self, bound: float) -> None:
        self._bound = bound

    def _wait(self, search: Search, until: float = math.inf) -> None:
        assert self._thread is not None
        while self._thread.is_alive() and self._clock() < until:
            self._thread.join(POLL_SECONDS)
            self._take(search)
            if search.should_stop():
                self._solver.stop_search()
                if search.steps_allowed is None:
                    return
        self._take(search)

    def _take(self, search: Search) -> None:
        while self._taken < len(self._found):
            search.offer(self._found[self._taken])
            self._taken += 1
        if self._bound is not None and self._model is not None:
            units = math.ceil(self._bound - 1e-6 - abs(self._bound) * 1e-12)
            price = search.objective.price.makespan if search.simple else 1
            offset = 0 if search.simple else search.constant
            if search.value is not None:
                limit = search.value[1] if search.value[0] == 0 else units * price
                search.raise_bound(min(units * price + offset, limit))

    def close(self) -> None:
        """Stop and wait: nothing goes on after the answer."""
        if self._thread is not None and self._thread.is_alive():
            self._solver.stop_search()
            self._thread.join()


def _callback(cp_model: Any, found: list[Places], model: Model) -> Any:
    class Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            found.append(model.read(self.value))

    return Watch()
