"""How long this process has waited for libraries and machine code.

That comes once, before the first step, and takes from a tenth of a second to a minute.
Where steps are counted nobody's search is shorter for it.
"""

from __future__ import annotations

from types import TracebackType

from .stop import Clock, monotonic


class Loading:
    """Counts its seconds while it is entered; it may be entered again within."""

    def __init__(self, clock: Clock = monotonic) -> None:
        self.seconds = 0.0
        self._clock, self._depth, self._began = clock, 0, 0.0

    def __enter__(self) -> Loading:
        """Begin to wait."""
        if not self._depth:
            self._began = self._clock()
        self._depth += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop waiting."""
        self._depth -= 1
        if not self._depth:
            self.seconds += self._clock() - self._began


loading = Loading()


def without_loading(clock: Clock) -> Clock:
    """Give a clock that stands still while something is loaded."""
    return lambda: clock() - loading.seconds
