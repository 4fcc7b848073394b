"""Runs CP-SAT so that it can be stopped and watched from outside."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from .loading import loading

Solution = dict[int, tuple[tuple[int, ...], int, int]]
POLL_SECONDS = 0.02


class SolverThread:
    """CP-SAT on a model in a thread of its own.

    Parameters
    ----------
    model
        A ``CpModel``.
    read
        Turns a function "value of variable" into a solution.
    seed, workers
        For CP-SAT.
    steps
        Deterministic hundredths of a second, one worker; None to run until stopped.
    """

    def __init__(
        self,
        model: Any,
        read: Callable[[Any], Solution],
        *,
        seed: int,
        workers: int,
        steps: int | None,
    ) -> None:
        with loading:
            from ortools.sat.python import cp_model

        self._model = model
        self._solver = cp_model.CpSolver()
        parameters = self._solver.parameters
        parameters.random_seed = seed % 2**31
        parameters.num_workers = workers if steps is None else 1
        # probing the many order literals takes longer than it ever gives back
        parameters.cp_model_probing_level = 0
        parameters.max_presolve_iterations = 1
        if steps is not None:
            parameters.max_deterministic_time = steps / 100
        self._found: list[Solution] = []
        self.bound: float | None = None
        self.status, self.spent = "UNKNOWN", 0.0  # in deterministic seconds
        self._callback = _callback(cp_model, self._found, read)
        self._solver.best_bound_callback = self._take_bound

    def _take_bound(self, bound: float) -> None:
        self.bound = bound

    def run(
        self,
        should_stop: Callable[[], bool],
        on_solution: Callable[[Solution], None],
        on_bound: Callable[[float], None],
        meanwhile: Callable[[], None] | None = None,
    ) -> str:
        """Solve; the functions are called in the calling thread.

        ``meanwhile`` is called again and again instead of waiting.
        """
        thread = threading.Thread(target=self._solve, daemon=True)
        thread.start()
        taken = 0
        while thread.is_alive():
            if meanwhile is None:
                thread.join(POLL_SECONDS)
            else:
                meanwhile()
            while taken < len(self._found):
                on_solution(self._found[taken])
                taken += 1
            if self.bound is not None:
                on_bound(self.bound)
            if should_stop():
                self._solver.stop_search()
        for solution in self._found[taken:]:
            on_solution(solution)
        return self.status

    def _solve(self) -> None:
        status = self._solver.solve(self._model, self._callback)
        self.status = self._solver.status_name(status)
        self.spent = self._solver.response_proto.deterministic_time
        if self.status in ("OPTIMAL", "FEASIBLE"):
            self.bound = self._solver.best_objective_bound


def _callback(cp_model: Any, found: list[Solution], read: Any) -> Any:
    class Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            found.append(read(self.value))

    return Watch()
