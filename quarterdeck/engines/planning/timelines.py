"""Free time of people as gaps between what they already do."""

from __future__ import annotations

from bisect import bisect_right

from .calendars import Calendar


class Timeline:
    """Free positions of one person's calendar as ascending half-open gaps.

    On the axis of positions non-working time has no length, so work never has to be
    walked through a weekend, and neighbouring tasks leave no gap between them.
    """

    __slots__ = ("calendar", "ends", "starts")

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.starts = [0] if calendar.total else []
        self.ends = [calendar.total] if calendar.total else []

    def copy(self) -> Timeline:
        """Give a timeline that can be changed on its own."""
        twin = object.__new__(Timeline)
        twin.calendar = self.calendar
        twin.starts, twin.ends = self.starts[:], self.ends[:]
        return twin

    def first_fit(self, low: int, effort: int) -> int:
        """Give the first position from ``low`` with room for ``effort``, or -1."""
        starts, ends = self.starts, self.ends
        for gap in range(bisect_right(ends, low), len(ends)):
            begin = starts[gap]
            if begin < low:
                begin = low
            if ends[gap] - begin >= effort:
                return begin
        return -1

    def is_free(self, first: int, end: int) -> bool:
        """Say whether the positions ``[first, end)`` are free."""
        gap = bisect_right(self.ends, first)
        return first >= end or (
            gap < len(self.ends) and self.starts[gap] <= first and end <= self.ends[gap]
        )

    def reserve(self, start: int, end: int) -> None:
        """Take the slots ``[start, end)``, which must be free."""
        before = self.calendar.before
        first, last = before[start], before[end]
        if first == last:
            return
        gap = bisect_right(self.ends, first)
        left, right = self.starts[gap], self.ends[gap]
        pieces = [(left, first), (last, right)]
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        self.starts[gap : gap + 1] = [piece[0] for piece in kept]
        self.ends[gap : gap + 1] = [piece[1] for piece in kept]

    def release(self, start: int, end: int) -> None:
        """Give the slots ``[start, end)`` back, which must have been taken."""
        before = self.calendar.before
        first, last = before[start], before[end]
        if first == last:
            return
        gap = bisect_right(self.ends, first)
        if gap < len(self.ends) and self.starts[gap] == last:
            self.starts[gap] = first
        else:
            self.starts.insert(gap, first)
            self.ends.insert(gap, last)
        if gap and self.ends[gap - 1] == first:
            self.ends[gap - 1] = self.ends[gap]
            del self.starts[gap], self.ends[gap]
