"""A board with time running backwards, to pack plans to the right."""

from __future__ import annotations

import numpy as np

from .arrays import calendars_of
from .compiled import Compiled
from .kernel import board as at
from .kernel.board import Board, Whole, twin


def mirror_of(board: Board, compiled: Compiled) -> Board:
    """Give the board with time running backwards, on which only the finish counts."""
    horizon, task = compiled.horizon, board.task.copy()
    links = [
        [
            (link.other, (not link.to_end) + 2 * (not link.from_end), link.lag)
            for link in row
        ]
        for row in compiled.out_of
    ]
    task[:, at.INTO], task[:, at.OUT] = board.task[:, at.OUT], board.task[:, at.INTO]
    hard = board.task[:, at.HARD]
    task[:, at.RELEASE] = np.where(hard >= 0, np.maximum(0, horizon - hard), 0)
    task[:, at.HARD], task[:, at.DUE], task[:, at.WISHES] = -1, at.NEVER, -1
    task[:-1, at.ORDER] = board.task[:-1, at.ORDER][::-1]
    pinned = board.task[:, at.PIN_START] >= 0
    task[:, at.PIN_START] = np.where(pinned, horizon - board.task[:, at.PIN_END], -1)
    task[:, at.PIN_END] = np.where(pinned, horizon - board.task[:, at.PIN_START], -1)
    working = [person.working for person in compiled.people]
    back = {
        each: tuple((horizon - end, horizon - first) for first, end in reversed(each))
        for each in dict.fromkeys(working)
    }
    calendar, span = calendars_of(list(back.values()), horizon)
    weight, count, points = board.weight.copy(), board.tally.copy(), board.points.copy()
    weight[:, at.LATE : at.FINISH + 1] = 0.0, 1.0, 0.0
    count[at.WISHING], count[at.WORK] = 0, 0
    points[: at.MISSING] = 0.0
    gap = _mirrored_gaps(board, calendar)
    return twin(board)._replace(
        task=task,
        weight=weight,
        into=np.array([link for row in links for link in row], np.int64).reshape(-1, 3),
        out=np.ascontiguousarray(board.into[:, at.OTHER]),
        calendar=calendar,
        span=span,
        pinned_gap=gap,
        gap=gap.copy(),
        tally=count,
        points=points,
    )


def _mirrored_gaps(board: Board, calendar: Whole) -> Whole:
    gap = np.zeros_like(board.pinned_gap)
    for person, row in enumerate(board.person):
        gaps, total = row[at.PIN_GAPS], calendar[row[at.CALENDAR], at.TOTAL]
        gap[person, :gaps] = total - board.pinned_gap[person, :gaps][::-1, ::-1]
    return gap
