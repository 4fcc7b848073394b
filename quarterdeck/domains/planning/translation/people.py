"""Hours by day become working intervals; time planned elsewhere is not there."""

from collections.abc import Iterable, Sequence

from .axis import DAY_BEGINS, Axis

Interval = tuple[int, int]


def working_intervals(
    hours_by_day: Sequence[float], axis: Axis
) -> tuple[Interval, ...]:
    """One interval a day, from nine in the morning.

    What is lost by rounding a day to slots is carried to the next, so that a week has
    its hours: 6.08 hours a day are six on most days and six and a half on some.
    """
    found = []
    carried = 0.0
    for day, hours in enumerate(hours_by_day):
        exact = hours * 60 / axis.slot_minutes
        if exact <= 0:
            continue
        length = min(int(exact + carried + 1e-9), axis.per_day)
        carried += exact - length
        begin = min(DAY_BEGINS * 60 // axis.slot_minutes, axis.per_day - length)
        if length:
            first = day * axis.per_day + begin
            found.append((first, first + length))
    return tuple(found)


def without(
    intervals: Iterable[Interval], taken: Iterable[Interval]
) -> tuple[Interval, ...]:
    """The parts of ascending intervals that are not taken."""
    left = list(intervals)
    for first, end in sorted(taken):
        left = [
            part
            for a, b in left
            for part in ((a, min(b, first)), (max(a, end), b))
            if part[0] < part[1]
        ]
    return tuple(left)


def clipped(
    intervals: Iterable[Interval], first: int, end: int
) -> tuple[Interval, ...]:
    """The parts inside [first, end)."""
    cut = ((max(a, first), min(b, end)) for a, b in intervals)
    return tuple((a, b) for a, b in cut if a < b)
