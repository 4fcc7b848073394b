"""Working time as arrays: counting and finding working slots in constant time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]


class Calendar:
    """The working slots of a person or of a team working together.

    ``slots[k]`` is the k-th working slot, ``before[t]`` the number of working slots
    before slot t (t from 0 to the horizon). A *position* counts working slots only, so
    that work without a break is a half-open interval of positions.
    """

    __slots__ = ("before", "mask", "slots", "total")

    def __init__(self, mask: Mask) -> None:
        self.mask = mask
        counts = np.zeros(len(mask) + 1, dtype=np.int32)
        np.cumsum(mask, out=counts[1:])
        # array.array: half the memory of a list and quicker to index than numpy
        self.before = array("i", counts.tobytes())
        self.slots = array("i", np.flatnonzero(mask).astype(np.int32).tobytes())
        self.total = len(self.slots)

    @classmethod
    def of(cls, working: Sequence[tuple[int, int]], horizon: int) -> Calendar:
        """Make a calendar from half-open working intervals."""
        mask = np.zeros(horizon, dtype=np.bool_)
        for first, end in working:
            mask[first:end] = True
        return cls(mask)

    def position_from(self, slot: int) -> int:
        """Count working slots before ``slot``: the first position from it on."""
        if slot <= 0:
            return 0
        return self.before[slot] if slot < len(self.before) else self.total

    def position_ending_at(self, end: int, effort: int) -> int:
        """Give the first position from which work does not end before ``end``."""
        if end <= 0:
            return 0
        return max(0, self.position_from(end - 1) - effort + 1)

    def end_of(self, position: int, effort: int) -> int:
        """Give the end of work that begins at ``position``; it must fit."""
        return self.slots[position + effort - 1] + 1

    def earliest_end(self, start: int, end: int, effort: int) -> int | None:
        """Give the earliest end of work not before ``start``, not ending before
        ``end``; None when it does not fit before the horizon."""
        position = max(self.position_from(start), self.position_ending_at(end, effort))
        return None if position + effort > self.total else self.end_of(position, effort)


def together(calendars: Sequence[Calendar]) -> Calendar:
    """Give the calendar of the slots in which all of them work."""
    first = calendars[0]
    if all(each is first for each in calendars):
        return first
    mask = first.mask.copy()
    for each in calendars[1:]:
        mask &= each.mask
    return Calendar(mask)
