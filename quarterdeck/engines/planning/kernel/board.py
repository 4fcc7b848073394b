"""The arrays the kernel works on: tasks, people, time, and the plan in the making.

Few and wide, because each array handed to a function costs time: a row per task or
person, a column per fact. People are reserved in *positions*: working slots counted,
so that nights and weekends have no length.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Bits = npt.NDArray[np.uint8]

NEVER = 2**60
NOWHERE = -NEVER

# columns of Board.task
EFFORT, HEADS, TEAM, RELEASE, HARD, DUE, FREE, LOCKED, UNION = range(9)
INTO, OUT, SEATS, NOW, NOW_START, WISHES, ORDER = range(9, 16)
PIN_START, PIN_END, START, END, WAITING, KEEP = range(16, 22)
WAS_START, WAS_END, HEAP, BEST_START, BEST_END, FREED = range(22, 28)
OWN, USUAL = 28, 29
TASK_COLUMNS = 30
# EFFORT is the least it takes; where OWN has rows, USUAL is what it takes of all others
# columns of Board.weight
KEY, LATE, SLOT, FINISH = range(4)
# columns of Board.person
CALENDAR, FAIR, WISH_LIMIT, PIN_GAPS, PIN_LOAD, PIN_GROWN = range(6)
GAPS, LOAD, GROWN, LAST, READY, LINE, ROWS = range(6, 13)
PERSON_COLUMNS = 13
# columns of Board.taste: cents a slot; who is sooner chosen among equals; a key
RATE, TASTE, RANK = range(3)
# columns of Board.team: one row per head; CHOSEN and the rest are scratch from row 0
NOW_HAS, WANTED, FIXED, BEST, CHOSEN, SITTING, TRIED, KEPT = range(8)
# columns of Board.into and Board.seat
OTHER, KIND, LAG = range(3)
# columns of Board.own: a person and the slots that a task takes of them
WHO, TAKES = range(2)
MASK, COUNT = range(2)
# columns of Board.span and of the head of Board.calendar
BEGIN, STOP, BEFORE = range(3)
TOTAL, FIRST, STEP, PACE = range(4)
TABLE = 4
BLOCKS = 512
# places in Board.tally
HORIZON, PEOPLE, DAY, WISHING, FLOOR, WORK, SEED, SEED_TOO, SOUND, TRIES = range(10)
FOUND, STALLED = range(10, 12)
COUNTS = 12
# places in Board.points: prices, then what the plan is worth
MAKESPAN, COST, EVEN, GROWTH, STAY, LEFT_OUT, MISSING, POINTS, TIE = range(9)
# the same three of the plan the search stands at, and of the best one
HERE, THERE, REACH = 9, 12, 15
# 1: among equals who would idle least is chosen, else who waits least
IDLE = 16
# how often what is freed is sought in the chain that ends last, and the most freed
DIRECT, MOST = 17, 18
POINTS_SIZE = 19


class Board(NamedTuple):
    """One compiled problem, or its mirror image in time, and one plan of it.

    ``into``, ``out``, ``seat``, ``now``, ``own`` and ``team`` hold rows of all tasks one after
    another; a task's first row stands in its column of that name, the last task's end
    in one more row of ``task``. ``mask`` begins with where each set of people begins.
    """

    task: Whole
    weight: Real
    person: Whole
    taste: Real
    team: Whole
    into: Whole
    out: Whole
    seat: Whole
    now: Whole
    own: Whole
    mask: Whole
    bits: Bits
    calendar: Whole
    span: Whole
    pinned_gap: Whole
    gap: Whole
    tally: Whole
    points: Real


def twin(board: Board, seed: int = 1) -> Board:
    """Give a board for another plan of the same problem."""
    made = board._replace(
        task=board.task.copy(),
        weight=board.weight.copy(),
        person=board.person.copy(),
        taste=board.taste.copy(),
        team=board.team.copy(),
        gap=board.gap.copy(),
        tally=board.tally.copy(),
        points=board.points.copy(),
    )
    made.tally[SEED] = seed % 2_147_483_562 + 1
    made.tally[SEED_TOO] = seed // 2_147_483_562 % 2_147_483_398 + 1
    return made
