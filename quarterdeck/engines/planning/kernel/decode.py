"""A plan from an order of tasks: serial schedule generation (Kolisch 1996).

The ready task with the smallest key goes to whoever can do it best at its earliest,
gaps included. All searches use this, so all of their plans keep the rules.
"""

from __future__ import annotations

import numpy as np

from .board import (
    CALENDAR,
    CHOSEN,
    EFFORT,
    END,
    FIXED,
    FLOOR,
    FREE,
    GAPS,
    GROWN,
    HARD,
    HEADS,
    HORIZON,
    INTO,
    KEEP,
    KEY,
    KIND,
    LAG,
    LOAD,
    LOCKED,
    NOW_HAS,
    ORDER,
    OTHER,
    OUT,
    PIN_END,
    PIN_GAPS,
    PIN_GROWN,
    PIN_LOAD,
    PIN_START,
    RELEASE,
    SOUND,
    START,
    TEAM,
    TRIES,
    WAITING,
    WANTED,
    WAS_END,
    WAS_START,
    WISHES,
    WORK,
    Board,
)
from .efforts import effort_of, effort_of_chosen
from .gaps import first_fit, reserve
from .heap import pop, push
from .jit import compiled
from .measure import measure
from .people import best_person, is_in
from .teams import best_team, team_fit
from .working_time import ending_at, position_from, slot_of


@compiled
def clear(board: Board) -> None:
    """Begin again with pinned work only."""
    task, person, gap = board.task, board.person, board.gap
    for each in range(len(task) - 1):
        task[each, START], task[each, END] = task[each, PIN_START], task[each, PIN_END]
        if task[each, PIN_START] >= 0:
            for head in range(task[each, TEAM], task[each + 1, TEAM]):
                board.team[head, NOW_HAS] = board.team[head, FIXED]
    for each in range(len(person)):
        person[each, LOAD] = person[each, PIN_LOAD]
        person[each, GROWN] = person[each, PIN_GROWN]
        person[each, GAPS] = person[each, PIN_GAPS]
        for at in range(person[each, PIN_GAPS]):
            gap[each, at, 0] = board.pinned_gap[each, at, 0]
            gap[each, at, 1] = board.pinned_gap[each, at, 1]


@compiled
def put(board: Board, task: int, start: int, end: int) -> None:
    """Give a task to the chosen for a time in which they are free."""
    facts, people, team = board.task, board.person, board.team
    facts[task, START], facts[task, END] = start, end
    first = facts[task, TEAM]
    effort = effort_of_chosen(board, task, facts[task, HEADS])
    calendar, begin, stop = -1, 0, 0
    for each in range(facts[task, HEADS]):
        person = team[each, CHOSEN]
        team[first + each, NOW_HAS] = person
        which = people[person, CALENDAR]
        if which != calendar:  # most have the same
            calendar = which
            begin = position_from(board.calendar, board.span, which, start)
            stop = position_from(board.calendar, board.span, which, end)
        gaps = reserve(board.gap, person, people[person, GAPS], begin, stop)
        people[person, GAPS] = gaps
        people[person, LOAD] += effort
        row = facts[task, WISHES]
        if row >= 0 and is_in(board.bits, row, person):
            people[person, GROWN] += effort


@compiled
def earliest(board: Board, task: int) -> tuple[int, int]:
    """Give the first start and end that links and release allow; -1 if none is."""
    facts, into = board.task, board.into
    start, end = max(facts[task, RELEASE], board.tally[FLOOR]), 0
    for at in range(facts[task, INTO], facts[task + 1, INTO]):
        other, kind = into[at, OTHER], into[at, KIND]
        if facts[other, START] < 0:
            return -1, -1
        moment = into[at, LAG] + facts[other, END if kind & 1 else START]
        if kind & 2:
            end = max(end, moment)
        else:
            start = max(start, moment)
    if max(start, end) > board.tally[HORIZON]:
        return -1, -1
    return int(start), int(end)


@compiled
def take(board: Board, task: int, column: int) -> None:
    """Choose the team that stands in a column."""
    team, first = board.team, board.task[task, TEAM]
    for each in range(board.task[task, HEADS]):
        team[each, CHOSEN] = team[first + each, column]


@compiled
def place_one(
    board: Board, task: int, start: int, end: int, kept: bool
) -> tuple[int, int]:
    """Find the time of a task for one person, the chosen one or the best."""
    calendar, span = board.calendar, board.span
    if kept:
        person = board.team[0, CHOSEN]
        effort = effort_of(board, task, person)
        which, gaps = board.person[person, CALENDAR], board.person[person, GAPS]
        low = max(
            position_from(calendar, span, which, start),
            ending_at(calendar, span, which, end, effort),
        )
        position = first_fit(board.gap, person, gaps, low, effort)
    else:
        person, position = best_person(board, task, start, end)
        board.team[0, CHOSEN] = person
        effort = effort_of(board, task, person)
    if position < 0:
        return -1, -1
    which = board.person[person, CALENDAR]
    return (
        slot_of(calendar, span, which, position),
        slot_of(calendar, span, which, position + effort - 1) + 1,
    )


@compiled
def place(board: Board, task: int) -> None:
    """Place a task at its best; without room it is left out."""
    facts = board.task
    start, end = earliest(board, task)
    if start < 0:
        return
    if facts[task, EFFORT] == 0:
        facts[task, START] = facts[task, END] = max(start, end)
        return
    kept = facts[task, LOCKED] or facts[task, KEEP]
    if kept:
        take(board, task, FIXED if facts[task, LOCKED] else WANTED)
    if facts[task, HEADS] == 1:
        begin, finish = place_one(board, task, start, end, kept != 0)
    elif kept:
        begin, finish = team_fit(board, task, start, end)
    else:
        begin, finish = best_team(board, task, start, end)
    if begin >= 0:
        put(board, task, begin, finish)


@compiled
def can_follow(board: Board, task: int) -> bool:
    """Say whether all predecessors are placed and there is room to write it down."""
    facts = board.task
    for at in range(facts[task, INTO], facts[task + 1, INTO]):
        if facts[board.into[at, OTHER], START] < 0:
            return False
    for head in range(facts[task, TEAM], facts[task + 1, TEAM]):
        person = board.team[head, WANTED]
        if board.person[person, GAPS] >= board.gap.shape[1]:
            return False
    return True


@compiled
def take_over(board: Board, until: float) -> None:
    """Take tasks with smaller keys, whose predecessors are taken, as they were.

    How they were stands in ``WAS_START``, ``WAS_END`` and ``WANTED``: this saves
    looking for what is known.
    """
    facts = board.task
    for at in range(len(facts) - 1):
        task = facts[at, ORDER]
        if (
            facts[task, FREE]
            and board.weight[task, KEY] < until
            and facts[task, WAS_START] >= 0
            and can_follow(board, task)
        ):
            take(board, task, WANTED)
            put(board, task, facts[task, WAS_START], facts[task, WAS_END])


@compiled
def begin(board: Board) -> int:
    """Count what each task waits for; give how many are ready."""
    facts, ready = board.task, 0
    for task in range(len(facts) - 1):
        facts[task, WAITING] = 0
        if not facts[task, FREE] or facts[task, START] >= 0:
            continue
        for at in range(facts[task, INTO], facts[task + 1, INTO]):
            other = board.into[at, OTHER]
            if facts[other, FREE] and facts[other, START] < 0:
                facts[task, WAITING] += 1
        if facts[task, WAITING] == 0:
            ready = push(facts, board.weight, ready, task)
    return ready


@compiled
def fill(board: Board) -> None:
    """Place all tasks that are not there yet, the smallest ready key first."""
    facts, weight, out = board.task, board.weight, board.out
    ready = begin(board)
    while ready:
        task = pop(facts, weight, ready)
        ready -= 1
        place(board, task)
        for at in range(facts[task, OUT], facts[task + 1, OUT]):
            other = out[at]
            if facts[other, WAITING] > 0:
                facts[other, WAITING] -= 1
                if facts[other, WAITING] == 0:
                    ready = push(facts, weight, ready, other)


@compiled
def is_sound(board: Board) -> bool:
    """Say whether hard dates hold and pinned tasks keep their links."""
    facts = board.task
    for task in range(len(facts) - 1):
        end = facts[task, END]
        if facts[task, HARD] >= 0 and not 0 <= end <= facts[task, HARD]:
            return False
        if facts[task, PIN_START] >= 0:
            start, least = earliest(board, task)
            if start < 0 or facts[task, START] < start or end < least:
                return False
    return True


@compiled
def decode(board: Board, until: float) -> None:
    """Make a plan from keys and teams to keep, as it was up to a key."""
    clear(board)
    if until > -np.inf:
        take_over(board, until)
    fill(board)
    board.tally[TRIES] += 1
    board.tally[WORK] += len(board.task)
    board.tally[SOUND] = is_sound(board)
    measure(board)
