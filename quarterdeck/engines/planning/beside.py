"""A second search on a core of its own; the two tell each other of their best plans."""

from __future__ import annotations

import threading
from types import TracebackType

from .plan import Plan
from .run import Run

OTHER_SEED = 1_000_003
FEWEST = 30  # tasks for which it pays


class Beside:
    """Searches in a thread while the caller does; the caller offers what it finds.

    It is idle where one core must do, or where the same seed must give the same plan.
    Orders that are bred stay apart, so that there are two populations.
    """

    def __init__(self, run: Run) -> None:
        self._found: list[Plan] = []
        self._taken = 0
        self._told: Plan | None = run.best
        self._news: tuple[Plan, tuple[int, int]] | None = None
        self._ended = False
        self._thread: threading.Thread | None = None
        many = len(run.compiled.tasks) >= FEWEST
        if many and run.workers > 1 and run.steps_allowed is None:
            self._search = run.search.sibling(run.seed + OTHER_SEED)
            if run.best is not None and run.value is not None:
                self._search.start_from(run.best, run.worth(run.best))
            self._thread = threading.Thread(target=self._go_on, daemon=True)

    def _go_on(self) -> None:
        while not self._ended:
            news, self._news = self._news, None
            if news is not None:
                self._search.start_from(*news)
            plan = self._search.advance()
            if plan is not None:
                self._found.append(plan)

    def meet(self, run: Run) -> None:
        """Offer what was found since the last time, and tell of what others found."""
        while self._taken < len(self._found):
            plan = self._found[self._taken]
            self._taken += 1
            if run.offer(plan):
                self._told = plan
        if run.best is not self._told and run.best is not None and run.value:
            self._told, self._news = run.best, (run.best, run.worth(run.best))

    def __enter__(self) -> Beside:
        """Begin."""
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for the last step."""
        self._ended = True
        if self._thread is not None:
            self._thread.join()
