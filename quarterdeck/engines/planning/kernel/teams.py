"""Several people for one task: the earliest moment at which seats can be filled.

Whoever is free at a moment is matched to seats by augmenting paths (Kuhn 1955), those
who are needed least elsewhere first; then the whole team must be free while it works.
Scratch room lies in the first rows of ``board.team`` and ``board.person``.
"""

from __future__ import annotations

from .board import (
    BEGIN,
    CALENDAR,
    CHOSEN,
    DUE,
    EFFORT,
    GAPS,
    HEADS,
    HORIZON,
    KEPT,
    LATE,
    LINE,
    RANK,
    READY,
    SLOT,
    STOP,
    TASTE,
    UNION,
    WISHING,
    WORK,
    Board,
)
from .efforts import differs, effort_of, effort_of_chosen
from .gaps import first_fit, gap_from, is_free
from .jit import compiled
from .people import wish
from .seats import choose, moment_after, seat_rows, shortage
from .working_time import interval_at, position_from, slot_of, worked

ATTEMPTS = 4


@compiled
def common_time(board: Board, heads: int, slot: int, effort: int) -> tuple[int, int]:
    """Give the first slot from ``slot`` in which all chosen work, and the end of their
    work; (-1, -1) when they do not get it done before the horizon."""
    horizon, begin, done, here = board.tally[HORIZON], -1, 0, slot
    calendar, span = board.calendar, board.span
    while here < horizon:
        low, high = here, horizon
        for each in range(heads):
            which = board.person[board.team[each, CHOSEN], CALENDAR]
            at = interval_at(calendar, span, which, here)
            low, high = max(low, span[at, BEGIN]), min(high, span[at, STOP])
        board.tally[WORK] += heads
        if low >= high:
            here = low
            continue
        if begin < 0:
            begin = low
        if done + high - low >= effort:
            return begin, low + effort - done
        done += high - low
        here = high
    return -1, -1


@compiled
def blocked_until(board: Board, heads: int, begin: int, end: int, effort: int) -> int:
    """Give 0 if all chosen are free, else a slot before which they cannot begin."""
    calendar, span, gap = board.calendar, board.span, board.gap
    for each in range(heads):
        person = board.team[each, CHOSEN]
        which, gaps = board.person[person, CALENDAR], board.person[person, GAPS]
        first = position_from(calendar, span, which, begin)
        last = position_from(calendar, span, which, end)
        if is_free(gap, person, gaps, first, last):
            continue
        fit = first_fit(gap, person, gaps, first, effort)
        if fit == first:  # long enough for the work, but not with its pauses
            after = gap_from(gap, person, gaps, fit) + 1
            fit = gap[person, after, 0] if after < gaps else -1
        if fit < 0:
            return int(board.tally[HORIZON])
        return max(begin + 1, slot_of(calendar, span, which, fit))
    return 0


@compiled
def team_fit(board: Board, task: int, start: int, end: int) -> tuple[int, int]:
    """Give the first time in which the chosen can do a task; (-1, -1) if none."""
    heads = board.task[task, HEADS]
    effort = effort_of_chosen(board, task, heads)
    finish, begin = -1, start
    while begin >= 0:
        begin, finish = common_time(board, heads, begin, effort)
        if begin < 0:
            break
        if finish < end:
            begin += 1
            if heads == 1:
                which = board.person[board.team[0, CHOSEN], CALENDAR]
                begin += max(
                    0,
                    position_from(board.calendar, board.span, which, end - 1)
                    - position_from(board.calendar, board.span, which, finish),
                )
            continue
        busy = blocked_until(board, heads, begin, finish, effort)
        if busy == 0:
            return begin, finish
        begin = busy
    return -1, -1


@compiled
def next_moment(board: Board, task: int, moment: int) -> int:
    """Update who could begin when, from a moment on; give the first moment of any."""
    people, mask, gap = board.person, board.mask, board.gap
    union, effort = board.task[task, UNION], board.task[task, EFFORT]
    soonest = horizon = board.tally[HORIZON]
    calendar, low, slot = -1, 0, 0
    least, varies = effort, differs(board, task)
    for at in range(mask[union], mask[union + 1]):
        person = mask[at]
        if people[person, READY] < moment:
            which = people[person, CALENDAR]
            if which != calendar:  # most have the same
                calendar = which
                low = position_from(board.calendar, board.span, which, moment)
                slot = horizon
                if low < worked(board.calendar, which):
                    slot = slot_of(board.calendar, board.span, which, low)
            if varies:
                effort = max(least, effort_of(board, task, person))
            fit = first_fit(gap, person, people[person, GAPS], low, effort)
            people[person, READY] = horizon
            if fit == low:
                people[person, READY] = slot
            elif fit >= 0:
                people[person, READY] = slot_of(board.calendar, board.span, which, fit)
            board.tally[WORK] += 1
        soonest = min(soonest, people[person, READY])
    return int(soonest)


@compiled
def price_of(board: Board, task: int, finish: int) -> float:
    """Points that a task's end costs by itself."""
    late = max(0, finish - board.task[task, DUE])
    return float(board.weight[task, SLOT] * finish + board.weight[task, LATE] * late)


@compiled
def appeal(board: Board, task: int, which: int, moment: int, effort: int) -> float:
    """Points that the end of somebody of a calendar costs who could begin alone."""
    low = position_from(board.calendar, board.span, which, moment)
    last = low + effort - 1
    return price_of(board, task, slot_of(board.calendar, board.span, which, last) + 1)


@compiled
def line_up(board: Board, task: int, moment: int) -> int:
    """Sort who could begin at a moment by appeal; give how many they are."""
    people, mask, taste, found = board.person, board.mask, board.taste, 0
    union, wishing = board.task[task, UNION], board.tally[WISHING] > 0
    calendar, points, varies = -1, 0.0, differs(board, task)
    effort = board.task[task, EFFORT]
    for at in range(mask[union], mask[union + 1]):
        person = mask[at]
        if people[person, READY] != moment:
            continue
        if varies:
            effort = max(board.task[task, EFFORT], effort_of(board, task, person))
        if varies or people[person, CALENDAR] != calendar:  # most have the same
            calendar = people[person, CALENDAR]
            points = appeal(board, task, calendar, moment, effort)
        key = points + 1e-6 * board.weight[task, SLOT] * taste[person, TASTE]
        if wishing:
            key += wish(board, task, person)
        here = found
        while here > 0 and taste[here - 1, RANK] > key:
            taste[here, RANK] = taste[here - 1, RANK]
            people[here, LINE] = people[here - 1, LINE]
            here -= 1
        taste[here, RANK], people[here, LINE] = key, person
        found += 1
    return found


@compiled
def meet(board: Board, task: int, moment: int, end: int) -> tuple[int, int]:
    """Give the time of the chosen, who all could begin at a moment."""
    if differs(board, task):
        return team_fit(board, task, moment, end)
    which = board.person[board.team[0, CHOSEN], CALENDAR]
    for each in range(1, board.task[task, HEADS]):
        if board.person[board.team[each, CHOSEN], CALENDAR] != which:
            return team_fit(board, task, moment, end)
    low = position_from(board.calendar, board.span, which, moment)
    last = low + board.task[task, EFFORT] - 1
    finish = slot_of(board.calendar, board.span, which, last) + 1
    return (moment, finish) if finish >= end else team_fit(board, task, moment, end)


@compiled
def best_team(board: Board, task: int, start: int, end: int) -> tuple[int, int]:
    """Choose the best team and give its time; (-1, -1) if there is none."""
    heads, effort = board.task[task, HEADS], board.task[task, EFFORT]
    seat_rows(board, task)
    best_start, best_end, least = -1, -1, 0.0
    moment, tries, short = start, 0, 0
    while tries < ATTEMPTS:
        moment = next_moment(board, task, moment)
        if moment >= board.tally[HORIZON] or 0 <= best_end <= moment + effort:
            break
        short = shortage(board, task, moment, short)
        if short:
            moment = max(moment + 1, moment_after(board, task, moment, short))
            continue
        if choose(board, task, line_up(board, task, moment)):
            begin, finish = meet(board, task, moment, end)
            points = price_of(board, task, finish)
            if begin >= 0 and (best_end < 0 or points < least):
                best_start, best_end, least = begin, finish, points
                for each in range(heads):
                    board.team[each, KEPT] = board.team[each, CHOSEN]
            if finish == moment + effort:
                break
            tries += 1
        moment += 1
    for each in range(heads):
        board.team[each, CHOSEN] = board.team[each, KEPT]
    return best_start, best_end
