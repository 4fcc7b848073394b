"""A shorter time axis for the exact model: slots in which nobody works are left out."""

from __future__ import annotations

import numpy as np

from .calendars import Calendar, Mask
from .compiled import Compiled

Break = tuple[int, int]


class Axis:
    """Working slots of anybody, up to a limit; nights and weekends have no length.

    Parameters
    ----------
    compiled
        The problem.
    mask
        Bit set of the people who matter.
    limit
        Slots from here on are not used.
    """

    def __init__(self, compiled: Compiled, mask: int, limit: int) -> None:
        self.limit = limit
        used = np.zeros(compiled.horizon, dtype=np.bool_)
        for person in compiled.members(mask):
            used |= compiled.calendars[person].mask
        used[limit:] = False
        self.calendar = Calendar(used)
        self.length = self.calendar.total
        slots = np.asarray(self.calendar.slots)
        # where the axis jumps: (point of the axis, slots left out just before it)
        jumps = np.flatnonzero(np.diff(slots, prepend=-1) > 1)
        lengths = np.diff(slots, prepend=-1)[jumps] - 1
        self.jumps = list(zip(jumps.tolist(), lengths.tolist(), strict=True))

    def point_from(self, slot: int) -> int:
        """Give the first point at or after a slot."""
        return self.calendar.position_from(slot)

    def slot_of(self, point: int) -> int:
        """Give the slot of a point."""
        return self.calendar.slots[point]

    def breaks(self, calendar: Calendar) -> tuple[Break, ...]:
        """Give the stretches of the axis in which a calendar does not work."""
        return _runs(~calendar.mask[np.asarray(self.calendar.slots, dtype=np.int64)])


def _runs(mask: Mask) -> tuple[Break, ...]:
    edges = np.flatnonzero(np.diff(mask.astype(np.int8), prepend=0, append=0))
    return tuple(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
