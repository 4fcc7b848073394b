"""Free time of people as ascending half-open gaps of positions.

``gap[person, number]`` holds the first position and the end of a gap, ``gaps`` is how
many there are.
"""

from __future__ import annotations

from .board import Whole
from .jit import compiled


@compiled
def gap_from(gap: Whole, person: int, gaps: int, low: int) -> int:
    """Give the number of the first gap that ends after a position."""
    first, last = 0, gaps
    while first < last:
        middle = (first + last) // 2
        if gap[person, middle, 1] <= low:
            first = middle + 1
        else:
            last = middle
    return first


@compiled
def first_fit(gap: Whole, person: int, gaps: int, low: int, effort: int) -> int:
    """Give the first position from ``low`` with room for ``effort``, or -1."""
    if gaps == gap.shape[1]:
        return -1  # no room to write down another gap
    for at in range(gap_from(gap, person, gaps, low), gaps):
        begin = max(low, gap[person, at, 0])
        if gap[person, at, 1] - begin >= effort:
            return int(begin)
    return -1


@compiled
def is_free(gap: Whole, person: int, gaps: int, first: int, end: int) -> bool:
    """Say whether the positions ``[first, end)`` are free."""
    at = gap_from(gap, person, gaps, first)
    return bool(
        at < gaps < gap.shape[1]
        and gap[person, at, 0] <= first
        and end <= gap[person, at, 1]
    )


@compiled
def reserve(gap: Whole, person: int, gaps: int, first: int, end: int) -> int:
    """Take the positions ``[first, end)``, which must be free; give the new count."""
    if first >= end:
        return gaps
    at = gap_from(gap, person, gaps, first)
    left, right = gap[person, at, 0] < first, end < gap[person, at, 1]
    if left and right:
        for other in range(gaps, at + 1, -1):
            gap[person, other, 0] = gap[person, other - 1, 0]
            gap[person, other, 1] = gap[person, other - 1, 1]
        gap[person, at + 1, 0] = end
        gap[person, at + 1, 1] = gap[person, at, 1]
        gap[person, at, 1] = first
        return gaps + 1
    if left:
        gap[person, at, 1] = first
    elif right:
        gap[person, at, 0] = end
    else:
        for other in range(at, gaps - 1):
            gap[person, other, 0] = gap[person, other + 1, 0]
            gap[person, other, 1] = gap[person, other + 1, 1]
        return gaps - 1
    return gaps
