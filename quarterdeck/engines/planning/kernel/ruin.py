"""Ruin and recreate (Schrimpf et al. 2000) around one plan.

Some tasks that have to do with each other are taken out and compete for an earlier
place with free choice of people; the others are placed again in the order of their
starts. Worse plans are accepted within a threshold (Dueck and Scheuer 1990).
"""

from __future__ import annotations

import math

import numpy as np

from .board import (
    BEST,
    BEST_END,
    BEST_START,
    DIRECT,
    DUE,
    END,
    FOUND,
    FREE,
    FREED,
    HERE,
    KEEP,
    KEY,
    LATE,
    LOCKED,
    MISSING,
    MOST,
    NOW_HAS,
    POINTS,
    REACH,
    SOUND,
    STALLED,
    START,
    THERE,
    TIE,
    WANTED,
    WAS_END,
    WAS_START,
    WORK,
    Board,
)
from .chance import below, normal, uniform
from .critical import critical, shares
from .decode import decode
from .jit import compiled

ALL_FREE = 0.3  # how often nobody's people are kept


@compiled
def keep_plan(board: Board) -> None:
    """Stand at the plan just made."""
    board.task[:, WAS_START] = board.task[:, START]
    board.task[:, WAS_END] = board.task[:, END]
    board.team[:, WANTED] = board.team[:, NOW_HAS]
    board.points[HERE : HERE + 3] = board.points[MISSING : MISSING + 3]


@compiled
def keep_best(board: Board) -> None:
    """Write the plan just made down as the best."""
    board.task[:, BEST_START] = board.task[:, START]
    board.task[:, BEST_END] = board.task[:, END]
    board.team[:, BEST] = board.team[:, NOW_HAS]
    board.points[THERE : THERE + 3] = board.points[MISSING : MISSING + 3]
    board.tally[FOUND] += 1


@compiled
def go_back(board: Board) -> None:
    """Stand at the best plan."""
    board.task[:, WAS_START] = board.task[:, BEST_START]
    board.task[:, WAS_END] = board.task[:, BEST_END]
    board.team[:, WANTED] = board.team[:, BEST]
    board.points[HERE : HERE + 3] = board.points[THERE : THERE + 3]


@compiled
def pain(board: Board, task: int) -> float:
    """Say how much a task's end costs, the end itself among equals."""
    end = board.task[task, WAS_END]
    late = max(0, end - board.task[task, DUE])
    return float(board.weight[task, LATE] * late + 1e-6 * end)


@compiled
def any_task(board: Board) -> int:
    """Draw a task that can be moved; -1 when luck is out."""
    facts = board.task
    for _ in range(50):
        task = below(board.tally, len(facts) - 1)
        if facts[task, FREE] and facts[task, WAS_START] >= 0:
            return task
    return -1


@compiled
def worst(board: Board) -> int:
    """Draw a task that costs much, with luck."""
    best, most = any_task(board), -1.0
    if best < 0 or uniform(board.tally) < 0.3:
        return best
    for _ in range(6):
        task = any_task(board)
        if task >= 0 and pain(board, task) > most:
            best, most = task, pain(board, task)
    return best


@compiled
def free_near(board: Board, seed: int, size: int, far: float, second: int) -> int:
    """Free tasks about as early as the seed; of its people or a second's, if asked."""
    facts = board.task
    tasks = len(facts) - 1
    here, offset, found = facts[seed, WAS_START], below(board.tally, tasks), 0
    for step in range(tasks):
        task = (offset + step) % tasks
        if found == size:
            break
        if not facts[task, FREE] or facts[task, WAS_START] < 0:
            continue
        if abs(facts[task, WAS_START] - here) > far:
            continue
        if second >= 0 and not (
            shares(board, task, seed) or shares(board, task, second)
        ):
            continue
        facts[task, FREED] = 1
        found += 1
    board.tally[WORK] += tasks // 8
    return found


@compiled
def choose_tasks(board: Board, span: float) -> None:
    """Choose tasks that have to do with each other; those left out always belong."""
    facts, count = board.task, board.tally
    tasks = len(facts) - 1
    facts[:, FREED] = 0
    seed = worst(board)
    if seed >= 0 and uniform(count) < board.points[DIRECT]:
        seed = critical(board, seed)
    size = int(
        math.exp(uniform(count) * math.log(min(board.points[MOST], tasks) + 1.0))
    )
    way = uniform(count)
    if seed >= 0:
        facts[seed, FREED] = 1
    if seed >= 0 and way < 0.4:
        free_near(board, seed, size, 1.5 * span * size / tasks + 1.0, -1)
    elif seed >= 0 and way < 0.7:
        second = any_task(board)
        far = span * size * len(board.person) / (2.0 * tasks) + 1.0
        free_near(board, seed, size, far, max(second, seed * (second < 0)))
    else:
        for _ in range(size - 1):
            task = any_task(board)
            if task >= 0:
                facts[task, FREED] = 1
    for task in range(tasks):
        if facts[task, FREE] and facts[task, WAS_START] < 0:
            facts[task, FREED] = 1


@compiled
def loosen(board: Board, span: float) -> float:
    """Give keys to all tasks, changed ones to those freed; give the first of these."""
    facts, weight, count = board.task, board.weight, board.tally
    scale = max(2.0, span / (4.0 * board.points[REACH]))
    reach = board.points[REACH] * math.exp(uniform(count) * math.log(scale))
    until = np.inf
    kept = uniform(count) >= ALL_FREE
    for task in range(len(facts) - 1):
        start = float(facts[task, WAS_START])
        weight[task, KEY], facts[task, KEEP] = start, kept
        if facts[task, FREED]:
            weight[task, KEY] += (normal(count) - 0.5) * reach
            free = start < 0 or uniform(count) < 0.8
            facts[task, KEEP] = not free and not facts[task, LOCKED]
            until = min(until, weight[task, KEY])
            if start >= 0:
                until = min(until, start)
    return float(until)


@compiled
def is_better(board: Board, than: int, slack: float) -> bool:
    """Compare the plan just made with one written down."""
    points = board.points
    if points[MISSING] != points[than]:
        return bool(points[MISSING] < points[than])
    most = points[than + 1] * (1.0 + slack)
    if points[POINTS] != most:
        return bool(points[POINTS] < most)
    # half of the steps to the side are free: a plateau is crossed, not climbed
    return bool(points[TIE] <= points[than + 2] or uniform(board.tally) < 0.5)


@compiled
def ruin_and_recreate(board: Board, work: int) -> None:
    """Search until so much work is done; the best plan is in the columns ``BEST…``."""
    count, facts = board.tally, board.task
    while count[WORK] < work:
        span = 1.0
        for task in range(len(facts) - 1):
            span = max(span, float(facts[task, WAS_END]))
        choose_tasks(board, span)
        until = loosen(board, span)
        decode(board, until)
        count[STALLED] += 1
        if not count[SOUND]:
            continue
        slack = 0.0 if count[STALLED] % 50 == 0 else 1.0 / 20_000
        if is_better(board, HERE, slack):
            keep_plan(board)
        if board.points[MISSING] < board.points[THERE] or (
            board.points[MISSING] == board.points[THERE]
            and board.points[POINTS] < board.points[THERE + 1]
        ):
            keep_best(board)
            count[STALLED] = 0
        elif count[STALLED] % 500 == 0:
            go_back(board)
