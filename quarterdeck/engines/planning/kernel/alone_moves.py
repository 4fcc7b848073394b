"""Changes of a plan in which everybody works alone, and taking them back.

A task goes to somebody else who can do it, two tasks change hands, or a task goes to
another place in the order; between its predecessors and its successors, always.
"""

from __future__ import annotations

from .alone_sheet import (
    ABLE,
    FIRST,
    INTO,
    ONE,
    ONE_WAS,
    ONE_WHO,
    OUT,
    PLACE,
    TWO,
    TWO_WAS,
    TWO_WHO,
    UNABLE,
    WHO,
    Sheet,
)
from .board import Whole
from .chance import below, uniform
from .jit import compiled

HAND_OVER, EXCHANGE = 0.1, 0.9  # up to where chance hands over, or exchanges
REPLACE = 0.5  # of what changes hands this part changes its place as well


@compiled
def shift(order: Whole, task: Whole, here: int, there: int) -> None:
    """Move what is at one place of the order to another."""
    number = order[here]
    for at in range(here, there):
        order[at] = order[at + 1]
        task[order[at], PLACE] = at
    for at in range(here, there, -1):
        order[at] = order[at - 1]
        task[order[at], PLACE] = at
    order[there] = number
    task[number, PLACE] = there


@compiled
def window(task: Whole, lists: Whole, number: int) -> tuple[int, int]:
    """Give the first and the last place that links leave to a task."""
    first, last = 0, len(task) - 2
    for at in range(task[number, INTO], task[number, OUT], 2):
        first = max(first, task[lists[at], PLACE] + 1)
    for at in range(task[number, OUT], task[number, ABLE]):
        last = min(last, task[lists[at], PLACE] - 1)
    return first, last


@compiled
def change(sheet: Sheet) -> bool:
    """Change something by chance; say whether anything was.

    The order is changed from the place ``tally[FIRST]`` on.
    """
    order, task, lists, takes = sheet.order, sheet.task, sheet.lists, sheet.takes
    tally, nobody = sheet.tally, len(sheet.person) - 1
    one, way = below(tally, len(order)), uniform(tally)
    person, two = task[one, WHO], -1
    other = person
    if person == nobody and way < EXCHANGE:
        return False
    if way < HAND_OVER:
        first = task[one, ABLE]
        other = lists[first + below(tally, task[one + 1, INTO] - first)]
        if other == person:
            return False
    elif way < EXCHANGE:
        two = below(tally, len(order))
        other = task[two, WHO]
        if other in (person, nobody) or takes[one, other] == UNABLE:
            return False
        if takes[two, person] == UNABLE:
            return False
    moves = way >= EXCHANGE or uniform(tally) < REPLACE
    here = there = task[one, PLACE]
    if moves:
        low, high = window(task, lists, one)
        aim = low + below(tally, high - low + 1) if two < 0 else task[two, PLACE]
        there = min(high, max(low, aim))
    if there == here and other == person:
        return False
    tally[ONE], tally[ONE_WAS], tally[ONE_WHO] = one, here, person
    tally[TWO], tally[FIRST] = two, min(here, there)
    shift(order, task, here, there)
    task[one, WHO] = other
    if two >= 0:
        exchange(order, task, lists, tally, moves)
    return True


@compiled
def exchange(
    order: Whole, task: Whole, lists: Whole, tally: Whole, moves: bool
) -> None:
    """Give the second of two tasks to who had the first, near its place if it moves."""
    two = tally[TWO]
    here = there = task[two, PLACE]
    if moves:
        low, high = window(task, lists, two)
        there = min(high, max(low, tally[ONE_WAS]))
    tally[TWO_WAS], tally[TWO_WHO] = here, task[two, WHO]
    tally[FIRST] = min(tally[FIRST], here, there)
    shift(order, task, here, there)
    task[two, WHO] = tally[ONE_WHO]


@compiled
def take_back(sheet: Sheet) -> None:
    """Undo the last change."""
    order, task, tally = sheet.order, sheet.task, sheet.tally
    one, two = tally[ONE], tally[TWO]
    if two >= 0:
        shift(order, task, task[two, PLACE], tally[TWO_WAS])
        task[two, WHO] = tally[TWO_WHO]
    shift(order, task, task[one, PLACE], tally[ONE_WAS])
    task[one, WHO] = tally[ONE_WHO]
