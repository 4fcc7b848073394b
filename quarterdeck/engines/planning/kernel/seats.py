"""Whether and by whom the seats of a task can be filled at a moment.

People are matched to seats by augmenting paths (Kuhn 1955).
"""

from __future__ import annotations

import numpy as np

from .board import (
    CHOSEN,
    COUNT,
    HEADS,
    HORIZON,
    LINE,
    MASK,
    READY,
    ROWS,
    SEATS,
    SITTING,
    TRIED,
    UNION,
    Board,
    Whole,
)
from .jit import compiled
from .people import is_in

MOST_ROWS = 6


@compiled
def sit(team: Whole, seat: Whole, rows: Whole, person: int) -> bool:
    """Seat one more person, moving others if need be.

    ``rows`` holds the first and last row of ``seat`` and, from its third place on,
    what each person in line could fill; ``person`` is a place in that line.
    """
    here = 0
    for row in range(rows[0], rows[1]):
        fits = rows[2 + person] >> (row - rows[0]) & 1
        for _ in range(seat[row, COUNT]):
            if fits and not team[here, TRIED]:
                team[here, TRIED] = 1
                other = team[here, SITTING]
                if other < 0 or sit(team, seat, rows, other):
                    team[here, SITTING] = person
                    return True
            here += 1
    return False


@compiled
def choose(board: Board, task: int, found: int) -> bool:
    """Fill all seats with the first in line of ``found`` people who can."""
    seats, team, people = board.task[task, HEADS], board.team, board.person
    rows = np.empty(found + 2, dtype=np.int64)
    rows[0], rows[1] = board.task[task, SEATS], board.task[task + 1, SEATS]
    for at in range(found):
        rows[2 + at] = people[people[at, LINE], ROWS]
    for each in range(seats):
        team[each, SITTING] = -1
    filled, at, useless = 0, 0, -1
    while filled < seats and at < found:
        if rows[2 + at] != useless:
            for each in range(seats):
                team[each, TRIED] = 0
            if sit(team, board.seat, rows, at):
                filled += 1
            else:  # nor can others of the same abilities be of use any more
                useless = rows[2 + at]
        at += 1
    for each in range(seats):
        if filled == seats:
            team[each, CHOSEN] = people[team[each, SITTING], LINE]
    return bool(filled == seats)


@compiled
def seat_rows(board: Board, task: int) -> None:
    """Write down for everybody which needs of a task they could fill, as bits."""
    mask, union, people = board.mask, board.task[task, UNION], board.person
    first, last = board.task[task, SEATS], board.task[task + 1, SEATS]
    for at in range(mask[union], mask[union + 1]):
        person = mask[at]
        people[person, READY], rows = -1, 0
        for row in range(first, min(last, first + 62)):
            if is_in(board.bits, board.seat[row, MASK], person):
                rows |= 1 << (row - first)
        people[person, ROWS] = rows


@compiled
def lacking(board: Board, task: int, moment: int, needs: int) -> int:
    """Give how many people for some needs together are missing at a moment."""
    mask, union, people = board.mask, board.task[task, UNION], board.person
    first, missing = board.task[task, SEATS], 0
    for row in range(first, board.task[task + 1, SEATS]):
        if needs >> (row - first) & 1:
            missing += board.seat[row, COUNT]
    for at in range(mask[union], mask[union + 1]):
        person = mask[at]
        if people[person, READY] == moment and people[person, ROWS] & needs:
            missing -= 1
            if missing == 0:
                break
    return int(missing)


@compiled
def shortage(board: Board, task: int, moment: int, known: int) -> int:
    """Give needs for which too few could begin at a moment; 0 if all can be filled.

    For any needs together there must be as many people as seats (Hall 1935). Needs
    ``known`` to be short before are asked first, all of them second.
    """
    rows = board.task[task + 1, SEATS] - board.task[task, SEATS]
    if rows > MOST_ROWS:
        return 0
    if known and lacking(board, task, moment, known):
        return known
    for needs in range((1 << rows) - 1, 0, -1):
        if lacking(board, task, moment, needs):
            return needs
    return 0


@compiled
def moment_after(board: Board, task: int, moment: int, needs: int) -> int:
    """Give the first moment at which enough people for some needs may be there."""
    mask, union, people = board.mask, board.task[task, UNION], board.person
    missing = lacking(board, task, moment, needs)
    while missing > 0:
        soonest = board.tally[HORIZON]
        for at in range(mask[union], mask[union + 1]):
            person, ready = mask[at], people[mask[at], READY]
            if moment < ready < soonest and people[person, ROWS] & needs:
                soonest = ready
        if soonest == board.tally[HORIZON]:
            return int(soonest)
        for at in range(mask[union], mask[union + 1]):
            person = mask[at]
            if people[person, READY] == soonest and people[person, ROWS] & needs:
                missing -= 1
        moment = soonest
    return int(moment)
