"""When to stop: tiny callables that are asked again and again during a solve.

A rule answers True to stop. Rules remember when they were first asked, so make a new
one for every solve.
"""

import time
from collections.abc import Callable
from typing import Protocol

from .result import Progress

Clock = Callable[[], float]
monotonic: Clock = time.monotonic


class Stop(Protocol):
    """A rule: True means stop now."""

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether to stop."""


class MaxSeconds:
    """Stop ``seconds`` after the first question; ``clock`` must never go back."""

    def __init__(self, seconds: float, clock: Clock = monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._end: float | None = None

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether the time is over."""
        if self._end is None:
            self._end = self._clock() + self.seconds
        return self._clock() >= self._end


class MaxIterations:
    """Stop after ``count`` plans tried: the same input gives the same plan.

    Under this rule CP-SAT runs with one worker and for its own deterministic seconds
    instead of the clock's, each of which counts as many plans (``exact.DEAR``).
    """

    def __init__(self, count: int) -> None:
        self.count = count

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether enough plans were tried."""
        return progress.iterations >= self.count


class Gap:
    """Stop when the plan is at most ``share`` (0.02 = 2 %) above the bound."""

    def __init__(self, share: float) -> None:
        self._share = share

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether the plan is near enough to the bound."""
        if progress.objective is None or progress.bound is None:
            return False
        return progress.objective - progress.bound <= self._share * progress.objective


class NoImprovement:
    """Stop when ``seconds`` have passed since the last better plan."""

    def __init__(self, seconds: float, clock: Clock = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._best: float | None = None
        self._since: float | None = None

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether nothing has become better for too long."""
        now = self._clock()
        best, new = self._best, progress.objective
        if self._since is None or (new is not None and (best is None or new < best)):
            self._best, self._since = new, now
        return new is not None and now - self._since >= self._seconds


class Cancelled:
    """Stop when ``asked()`` says so, e.g. a look at a flag in the job's record."""

    def __init__(self, asked: Callable[[], bool]) -> None:
        self._asked = asked

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether somebody cancelled."""
        return self._asked()


class FirstOf:
    """Stop as soon as one of several rules says so; all of them are asked."""

    def __init__(self, *rules: Stop) -> None:
        self.rules = rules

    def __call__(self, progress: Progress, /) -> bool:
        """Say whether any rule stops."""
        answers = [rule(progress) for rule in self.rules]
        return any(answers)


def deterministic_count(stop: Stop) -> int | None:
    """Give the smallest ``MaxIterations`` count in a rule, None without one."""
    if isinstance(stop, MaxIterations):
        return stop.count
    if isinstance(stop, FirstOf):
        counts = [deterministic_count(rule) for rule in stop.rules]
        return min((each for each in counts if each is not None), default=None)
    return None


def seconds_allowed(stop: Stop) -> float | None:
    """Give the smallest ``MaxSeconds`` in a rule, None without one."""
    if isinstance(stop, MaxSeconds):
        return stop.seconds
    if isinstance(stop, FirstOf):
        seconds = [seconds_allowed(rule) for rule in stop.rules]
        return min((each for each in seconds if each is not None), default=None)
    return None
