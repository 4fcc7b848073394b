"""What the search for work that everybody does alone works on: a few wide arrays.

Moments are slots, or positions of the calendar where all work at the same hours and
nothing but work takes time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .board import COUNTS, Whole

Small = npt.NDArray[np.int32]

# columns of Sheet.task: 64 bytes a row, as much as a processor reads at once
RELEASE, INTO, OUT, ABLE, PLACE, WHO, END, WAS_END = range(8)
# columns of Sheet.person
READY, CALENDAR = range(2)
# rows of Sheet.best
BEST_WHO, BEST_END = range(2)
# places in Sheet.tally, after those of a board; the last change
TARGET, OVER, BEST, LEAST, LEAP, LOOKS, TAKEN, NEWS = range(COUNTS, COUNTS + 8)
ONE, ONE_WAS, ONE_WHO, TWO, TWO_WAS, TWO_WHO, FIRST, REACHED = range(
    COUNTS + 8, COUNTS + 16
)
VAIN = COUNTS + 16
PLACES = COUNTS + 17
UNABLE = -1
FAR = 2**40  # beyond every plan


class Sheet(NamedTuple):
    """One problem, a plan of it, and the best one found.

    ``order`` is in which tasks are begun, ``task[…, PLACE]`` where they stand in it.
    ``lists`` holds, from ``task[…, INTO]`` on, each task before one and its lag, then
    (``OUT``) those after it and (``ABLE``) who can do it; the next of these columns,
    ``INTO`` of the next task at last, is where a list ends. ``takes[task, person]`` is
    what a task takes of somebody, ``UNABLE`` of those who cannot; the number after the
    last person stands for nobody. ``hours[0, calendar, slot]`` counts working slots
    before a slot, ``hours[1, calendar, n]`` is where the n-th ends; there are no
    calendars where moments are positions.
    """

    order: Whole
    task: Whole
    lists: Whole
    takes: Small
    person: Whole
    hours: Small
    best: Whole
    tally: Whole
