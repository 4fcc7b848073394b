"""A clock that stands still while others have the processor.

It reads the seconds an otherwise idle machine would have needed: between two looks, the
most that any one thread of this process ran. So figures of a busy machine can be
compared with each other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from quarterdeck.engines.planning import MaxSeconds

HELP = "count the processor's time, for a machine that others use as well"
THREADS = Path("/proc/self/task")


class ProcessorClock:
    """Seconds of the busiest thread, look by look; asked by one thread only."""

    def __init__(self) -> None:
        self._seen = _by_thread()
        self._seconds = 0.0

    def __call__(self) -> float:
        """Give the seconds since this clock was made."""
        now = _by_thread()
        ran = (each - self._seen.get(who, 0.0) for who, each in now.items())
        self._seconds += max(0.0, max(ran, default=0.0))
        self._seen = now
        return self._seconds


def budget(
    seconds: float, *, processor: bool
) -> tuple[MaxSeconds, Callable[[], float]]:
    """Give a stop after so many seconds and the clock that counts them."""
    clock = ProcessorClock() if processor else time.perf_counter
    return MaxSeconds(seconds, clock), clock


def _by_thread() -> dict[str, float]:
    """Give each thread's seconds; where the system does not tell, all threads' in one."""
    found = {}
    try:
        threads = list(THREADS.iterdir())
    except OSError:
        return {"all": time.process_time()}
    for thread in threads:
        try:
            ran = (thread / "schedstat").read_text().split()[0]
        except (OSError, IndexError):
            continue  # it has ended meanwhile
        found[thread.name] = int(ran) / 1e9
    return found or {"all": time.process_time()}
