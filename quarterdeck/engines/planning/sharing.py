"""Shares what a solve may take among several that follow each other."""

from __future__ import annotations

from dataclasses import replace

from .result import Progress
from .stop import (
    Clock,
    FirstOf,
    MaxIterations,
    MaxSeconds,
    NoImprovement,
    Stop,
    deterministic_count,
    seconds_allowed,
)

PATIENCE = 1.0  # seconds without a better plan, where nothing else ends a solve


class Sharing:
    """Gives each solve twice an equal part of what is left, but one more is counted: so
    the first gets most. What one saves goes to those that follow."""

    def __init__(self, stop: Stop, clock: Clock) -> None:
        self._stop, self._clock = stop, clock
        self._steps, self._seconds = deterministic_count(stop), seconds_allowed(stop)
        self._began: float | None = None
        self._taken = 0

    def share(self, solves: int) -> Stop:
        """Give the rule of the first of so many solves that are left."""
        if self._began is None:
            self._began = self._clock()
        rules: list[Stop] = []
        if self._steps is not None:
            left = max(1, self._steps - self._taken)
            rules.append(MaxIterations(max(1, 2 * left // (solves + 1))))
        elif self._seconds is not None:  # steps alone decide where they are counted
            gone = self._clock() - self._began
            left_seconds = max(0.0, self._seconds - gone) * 2 / (solves + 1)
            rules.append(MaxSeconds(left_seconds, self._clock))
        if not rules and solves > 1:
            rules.append(NoImprovement(PATIENCE, self._clock))
        return FirstOf(*rules, self._whole(self._taken))

    def spent(self, steps: int) -> None:
        """Count what a solve took."""
        self._taken += steps

    def _whole(self, before: int) -> Stop:
        def asked(progress: Progress) -> bool:
            total = progress.iterations + before
            return self._stop(replace(progress, iterations=total))

        return asked
