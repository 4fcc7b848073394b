"""Work counted in steps: the same question and seed give the same plan.

The clock only bounds the wait. Where it was asked too often and the time was over before
the steps were done, the answer says that it need not come out the same again.
"""

from __future__ import annotations

from .loading import without_loading
from .result import Progress
from .stop import Clock, FirstOf, MaxIterations, MaxSeconds, Stop, deterministic_count

STEPS_A_SECOND = 100  # of one core of a common machine
PATIENCE, GRACE = 2.0, 10.0  # times as long by the clock, and so many seconds


def patience(seconds: float) -> float:
    """Give how long to wait for the work of so many seconds."""
    return PATIENCE * seconds + GRACE


def counted(seconds: float, clock: Clock) -> FirstOf:
    """Give a rule that stops after the work of so many seconds on a common machine."""
    steps = MaxIterations(max(1, round(seconds * STEPS_A_SECOND)))
    return FirstOf(steps, MaxSeconds(patience(seconds), without_loading(clock)))


class Watched(FirstOf):
    """A rule that remembers whether it stopped anything before its steps were done."""

    def __init__(self, rule: Stop) -> None:
        super().__init__(rule)
        self._steps = deterministic_count(rule)
        self._is_cut_short = False

    def __call__(self, progress: Progress, /) -> bool:
        """Say what the rule says."""
        stops = super().__call__(progress)
        if stops and (self._steps is None or progress.iterations < self._steps):
            self._is_cut_short = True
        return stops

    @property
    def repeatable(self) -> bool:
        """Whether steps or a proof ended all, and nothing but them."""
        return self._steps is not None and not self._is_cut_short
