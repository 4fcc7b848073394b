"""One person for one task: who can end it at the least price."""

from __future__ import annotations

from .board import (
    CALENDAR,
    COST,
    DAY,
    DUE,
    EFFORT,
    EVEN,
    FAIR,
    GAPS,
    GROWN,
    GROWTH,
    IDLE,
    LATE,
    LOAD,
    NOW,
    NOW_START,
    NOWHERE,
    RATE,
    SLOT,
    STAY,
    TASTE,
    UNION,
    WISH_LIMIT,
    WISHES,
    WISHING,
    WORK,
    Bits,
    Board,
)
from .efforts import differs, effort_of
from .gaps import first_fit, gap_from
from .jit import compiled
from .working_time import ending_at, position_from, slot_of


@compiled
def is_in(bits: Bits, row: int, person: int) -> bool:
    """Look a person up in a set, a row of packed bits."""
    return bool((bits[row, person >> 3] >> (person & 7)) & 1)


@compiled
def wish(board: Board, task: int, person: int) -> float:
    """Points by which a person is worse than another, time apart."""
    effort = effort_of(board, task, person)
    points = board.points[COST] * round(effort * board.taste[person, RATE])
    over = board.person[person, LOAD] + effort - board.person[person, FAIR]
    if over > 0:
        points += board.points[EVEN] * min(over, effort)
    row = board.task[task, WISHES]
    if row >= 0 and is_in(board.bits, row, person):
        rest = board.person[person, WISH_LIMIT] - board.person[person, GROWN]
        points -= board.points[GROWTH] * max(0, min(effort, rest))
    first, last = board.task[task, NOW], board.task[task + 1, NOW]
    if first < last:
        points += board.points[STAY]
        for at in range(first, last):
            if board.now[at] == person:
                points -= board.points[STAY]
    return float(points)


@compiled
def moving(board: Board, task: int, start: int) -> float:
    """Points for a start that is not the present one."""
    now = board.task[task, NOW_START]
    if now == NOWHERE or abs(start - now) <= board.tally[DAY]:
        return 0.0
    return float(board.points[STAY])


@compiled
def best_person(board: Board, task: int, start: int, end: int) -> tuple[int, int]:
    """Give who does it and from which position; nobody is -1."""
    facts, people, gap = board.task, board.person, board.gap
    calendar, span, mask = board.calendar, board.span, board.mask
    effort, due = facts[task, EFFORT], facts[task, DUE]
    slot, late = board.weight[task, SLOT], board.weight[task, LATE]
    wishing, fitting = board.tally[WISHING], board.points[IDLE] > 0.0
    first, last = mask[facts[task, UNION]], mask[facts[task, UNION] + 1]
    board.tally[WORK] += last - first
    varies = differs(board, task)
    best, place, least = -1, -1, 0.0
    for at in range(first, last):
        person = mask[at]
        which = people[person, CALENDAR]
        if varies:
            effort = effort_of(board, task, person)
        low = position_from(calendar, span, which, start)
        if end > 0:
            low = max(low, ending_at(calendar, span, which, end, effort))
        position = first_fit(gap, person, people[person, GAPS], low, effort)
        if position < 0:
            continue
        finish = slot_of(calendar, span, which, position + effort - 1) + 1
        wait = 1e-3 * (position - low)
        if fitting:  # long gaps stay for others
            before = gap_from(gap, person, people[person, GAPS], position)
            wait = 1e-4 * min(1000, position - gap[person, before, 0])
        points = slot * (finish + wait)
        points += slot * 1e-6 * board.taste[person, TASTE]
        if finish > due:
            points += late * (finish - due)
        if wishing:
            points += wish(board, task, person)
        if best < 0 or points < least:
            best, place, least = person, position, points
    return best, place
