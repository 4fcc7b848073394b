"""One solve under way: the best plan so far, the bound, and whether to stop."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from .bounds import Bounds
from .compiled import Compiled
from .dispatch import Dispatch
from .loading import loading
from .objective import SCALE, Objective
from .plan import Plan
from .result import Progress
from .stop import Stop, deterministic_count, seconds_allowed

if TYPE_CHECKING:
    from .boards import Search
    from .stage import Stage

OnProgress = Callable[[Progress], None]


class Run:
    """What the phases of one solve share."""

    def __init__(
        self,
        compiled: Compiled,
        stop: Stop,
        seed: int,
        workers: int,
        on_progress: OnProgress | None,
        stage: Stage | None = None,
    ) -> None:
        self.compiled = compiled
        self.stage = stage
        self.seed = seed
        self.workers = workers
        self.steps_allowed = deterministic_count(stop)
        self.seconds_allowed = seconds_allowed(stop)
        self._stop = stop
        self._on_progress = on_progress
        self.iterations = 0
        self.exhausted = False
        self.best: Plan | None = None
        self.searched: Plan | None = None  # where the search stands
        self.value: tuple[int, ...] | None = None
        self.bound: int | None = None
        self.phase, self.done, self.total = "compile", 0, 0

    def prepare(self) -> None:
        """Make the objective, the bound and the decoder."""
        stage = self.stage
        weights = stage.weights if stage else None
        self.objective = Objective(self.compiled, weights)
        self.guide = Objective(self.compiled, stage.guide) if stage else self.objective
        self.bounds = Bounds(self.compiled, self.objective)
        self.bound = self.bounds.points
        self.dispatch = Dispatch(self.compiled, self.guide)

    @cached_property
    def search(self) -> Search:
        """The kernel's search; made when first asked for, as it takes time to load."""
        with loading:
            from .boards import Search

        least = self.bounds.makespan
        return Search(self.dispatch, self.seed, self.seconds_allowed, least)

    def begin_again(self) -> None:
        """Forget the search: more has a fixed place now."""
        self.__dict__.pop("search", None)

    def enter(self, phase: str, total: int = 0) -> None:
        """Begin a phase and tell of it."""
        self.phase, self.done, self.total = phase, 0, total
        self.tell()

    def progress(self) -> Progress:
        """Give the state in public words."""
        return Progress(
            phase=self.phase,
            done=self.done,
            total=self.total,
            objective=None if self.value is None else self.value[1] / SCALE,
            bound=None if self.bound is None else self.bound / SCALE,
            iterations=self.iterations,
            aim=self.stage.name if self.stage else "",
        )

    def tell(self) -> None:
        """Tell the listener, if there is one."""
        if self._on_progress is not None:
            self._on_progress(self.progress())

    def should_stop(self) -> bool:
        """Ask the rule, and stop by itself when nothing better can exist."""
        return self.is_optimal() or self._stop(self.progress())

    def is_optimal(self) -> bool:
        """Say whether the best plan meets the bound."""
        return (
            self.value is not None
            and self.bound is not None
            and self.value[0] == len(self.compiled.unplaceable)
            and self.value[1] <= self.bound
        )

    def offer(self, plan: Plan) -> bool:
        """Keep a sound plan if it is better; say whether it was."""
        value = self._value(plan)
        better = value is not None and (self.value is None or value < self.value)
        if better:
            self.best, self.value = plan, value
            self.tell()
        return better

    def _value(self, plan: Plan) -> tuple[int, ...] | None:
        """Give what plans are compared by; None where a plan loses what is held."""
        if self.stage is None:
            return self.objective.value(plan)
        amounts = self.objective.amounts(plan)
        if not self.stage.holds(amounts):
            return None
        ties = (getattr(amounts, aim) for aim in self.stage.then)
        return amounts.unplaced, self.objective.points(amounts), *ties

    def worth(self, plan: Plan) -> tuple[int, int]:
        """Give what the search compares plans by."""
        if self.stage is None and self.value is not None and plan is self.best:
            return self.value[0], self.value[1]
        return self.guide.value(plan)

    def offer_if(self, found: tuple[Plan, bool]) -> bool:
        """Offer a plan that comes with whether it is sound."""
        plan, sound = found
        return sound and self.offer(plan)

    def raise_bound(self, points: int) -> None:
        """Take a bound proven elsewhere if it is higher."""
        if self.bound is None or points > self.bound:
            self.bound = points
            self.tell()
