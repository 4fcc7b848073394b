"""A population of orders: crossover, and each child justified to both sides.

Forward-backward improvement (Tormos and Lova 2001; Valls et al. 2005) on the decoder:
the plan is packed to the right on the mirrored board, then to the left again, which
takes out slack that no single move finds. Good where the finish alone counts.
"""

from __future__ import annotations

import numpy as np

from .board import (
    END,
    FLOOR,
    HORIZON,
    KEEP,
    KEY,
    MAKESPAN,
    MISSING,
    POINTS,
    SOUND,
    STALLED,
    START,
    TASTE,
    THERE,
    WORK,
    Board,
    Real,
    Whole,
)
from .chance import below, normal, uniform
from .decode import decode
from .jit import compiled
from .ruin import keep_best

SWAP = 0.03
WEAK = 4
CHANGE = 0.3


@compiled
def fitness(board: Board) -> float:
    """Give points, with more for tasks left out; infinite if a rule is broken.

    Among equals what ends early on the whole is better, by less than a slot: the
    finish alone is flat.
    """
    if not board.tally[SOUND]:
        return np.inf
    ends = 0.0
    for task in range(len(board.task) - 1):
        ends += board.task[task, END]
    share = ends / (len(board.task) * (1.0 + board.tally[HORIZON]))
    points = board.points[POINTS] + share * board.points[MAKESPAN]
    return float(points + 1e18 * board.points[MISSING])


@compiled
def last_end(board: Board) -> int:
    """Give the end of the plan."""
    latest = 0
    for task in range(len(board.task) - 1):
        latest = max(latest, board.task[task, END])
    return latest


@compiled
def to_the_right(board: Board, mirror: Board) -> None:
    """Plan backwards from the end of the plan, what ends last first."""
    horizon = board.tally[HORIZON]
    tasks = len(board.task) - 1
    for task in range(tasks):
        end = board.task[task, END] if board.task[task, START] >= 0 else horizon
        mirror.weight[task, KEY] = (
            horizon - end + 1e-6 * (tasks - board.weight[task, KEY])
        )
    mirror.tally[FLOOR] = horizon - last_end(board)
    decode(mirror, -np.inf)
    board.tally[WORK] += mirror.tally[WORK]
    mirror.tally[WORK] = 0


@compiled
def to_the_left(board: Board, mirror: Board) -> None:
    """Plan forwards again, what begins first in the plan to the right first."""
    horizon = board.tally[HORIZON]
    for task in range(len(board.task) - 1):
        begin = horizon - mirror.task[task, END]
        if mirror.task[task, START] < 0:
            begin = 0
        board.weight[task, KEY] = begin + 1e-6 * mirror.weight[task, KEY]
    decode(board, -np.inf)


@compiled
def justify(board: Board, mirror: Board, order: Whole) -> float:
    """Improve the plan of an order until it stays; leave the order of its starts."""
    tasks = len(board.task) - 1
    for at in range(tasks):
        board.weight[order[at], KEY] = float(at)
    decode(board, -np.inf)
    found = fitness(board)
    offer(board)
    for _ in range(6):
        to_the_right(board, mirror)
        to_the_left(board, mirror)
        now = fitness(board)
        if now > found:
            break
        better = now < found
        found = now
        order[:] = np.argsort(
            board.task[:-1, START] + 1e-3 * board.weight[:, KEY] / (1.0 + tasks),
            kind="mergesort",
        )
        offer(board)
        if not better:
            break
    return found


@compiled
def offer(board: Board) -> None:
    """Write the plan down if it is the best so far."""
    points = board.points
    if board.tally[SOUND] and (
        points[MISSING] < points[THERE]
        or (points[MISSING] == points[THERE] and points[POINTS] < points[THERE + 1])
    ):
        keep_best(board)
        board.tally[STALLED] = 0


@compiled
def born(board: Board, urgency: Real, order: Whole, first: bool) -> None:
    """Draw an order around the latest starts."""
    noise = 0.0 if first else 0.3 * uniform(board.tally)
    keys = urgency.copy()
    spread = np.max(urgency) - np.min(urgency)
    for task in range(len(urgency)):
        keys[task] += noise * spread * normal(board.tally)
    order[:] = np.argsort(keys, kind="mergesort")


@compiled
def cross(board: Board, one: Whole, other: Whole, child: Whole) -> None:
    """Take the ends from one order and the middle in the other's order; then swap."""
    tasks, count = len(child), board.tally
    first, last = below(count, tasks), below(count, tasks)
    first, last = min(first, last), max(first, last)
    used = np.zeros(tasks, dtype=np.uint8)
    for at in range(first):
        child[at] = one[at]
        used[one[at]] = 1
    here = first
    for task in other:
        if here > last:
            break
        if not used[task]:
            child[here] = task
            used[task] = 1
            here += 1
    for task in one:
        if not used[task]:
            child[here] = task
            here += 1
    for at in range(tasks - 1):
        if uniform(count) < SWAP:
            child[at], child[at + 1] = child[at + 1], child[at]


@compiled
def parent(board: Board, fit: Real) -> int:
    """Draw the better of two."""
    one, other = below(board.tally, len(fit)), below(board.tally, len(fit))
    return other if fit[other] < fit[one] else one


@compiled
def settle(
    board: Board, orders: Whole, fit: Real, tastes: Real, child: Whole, found: float
) -> None:
    """Replace one of the weaker by the child, unless it is there already."""
    worst = below(board.tally, len(fit))
    for _ in range(WEAK):
        other = below(board.tally, len(fit))
        if fit[other] > fit[worst]:
            worst = other
    if found > fit[worst]:
        return
    for each in range(len(fit)):
        if fit[each] == found and np.array_equal(orders[each], child):
            return
    orders[worst] = child
    fit[worst] = found
    tastes[worst] = board.taste[:, TASTE]


@compiled
def choose_tastes(
    board: Board, mirror: Board, tastes: Real, one: int, new: bool
) -> None:
    """Take over who is sooner chosen among equals, sometimes with a change."""
    taste, count = board.taste, board.tally
    taste[:, TASTE] = tastes[one]
    if new and uniform(count) < CHANGE:
        people = len(taste) - 1
        for _ in range(1 + below(count, 1 + people // 8)):
            taste[below(count, people), TASTE] += 0.5 * normal(count)
    mirror.taste[:, TASTE] = taste[:, TASTE]


@compiled
def breed(
    board: Board,
    mirror: Board,
    orders: Whole,
    fit: Real,
    tastes: Real,
    urgency: Real,
    work: int,
) -> None:
    """Search until so much work is done; the best plan is in the columns ``BEST…``.

    ``fit`` is -1 for those who are not born yet.
    """
    count = board.tally
    child = np.empty(len(urgency), dtype=np.int64)
    board.task[:, KEEP] = 0
    mirror.task[:, KEEP] = 0
    young = 0
    while young < len(fit) and fit[young] >= 0:
        young += 1
    while count[WORK] < work:
        if young < len(fit):
            born(board, urgency, orders[young], young == 0 and fit[-1] == -1.0)
            choose_tastes(board, mirror, tastes, len(fit), young > 0)
            tastes[young] = board.taste[:, TASTE]
            fit[young] = justify(board, mirror, orders[young])
            young += 1
            continue
        one, other = parent(board, fit), parent(board, fit)
        if one == other:
            other = (one + 1) % len(fit)
        cross(board, orders[one], orders[other], child)
        choose_tastes(board, mirror, tastes, one, True)
        found = justify(board, mirror, child)
        settle(board, orders, fit, tastes, child, found)
        count[STALLED] += 1
        if count[STALLED] > 60 * len(fit):
            count[STALLED] = 0
            fit[:] = -2.0
            young = 0
    board.taste[:, TASTE] = tastes[len(fit)]
