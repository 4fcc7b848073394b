"""From an order of tasks to a plan: forward, backward, forward; and what it is worth."""

from __future__ import annotations

import numpy as np

from .jit import compiled
from .unit_facts import (
    DONE,
    LOST,
    MAKESPAN,
    MOVE,
    SIMPLE,
    Given,
    Hands,
    Small,
    Whole,
)
from .unit_fits import chance
from .unit_plain import justify_plain, sort
from .unit_schedules import backward, change_mode, forward, take_mode


@compiled
def in_order(given: Given, hands: Hands, key: Whole, noise: int, found: Small) -> None:
    """Give an order that keeps the links: of those ready the smallest noisy key."""
    waiting, ready = hands.waiting, hands.ready
    out, out_first, into_first = given.out, given.out_first, given.into_first
    many = 0
    for task in range(given.size):
        waiting[task] = into_first[task + 1] - into_first[task]
        if waiting[task] == 0:
            ready[many] = task
            many += 1
    for at in range(given.size):
        best = 0
        best_key = 1 << 60
        for each in range(many):
            value = key[ready[each]]
            if noise > 0:
                value += chance(hands.rng, noise)
            if value < best_key:
                best, best_key = each, value
        task = ready[best]
        many -= 1
        ready[best] = ready[many]
        found[at] = task
        for link in range(out_first[task], out_first[task + 1]):
            waiting[out[link]] -= 1
            if waiting[out[link]] == 0:
                ready[many] = out[link]
                many += 1


@compiled
def worth(given: Given, hands: Hands, last: int) -> float:
    """Value a plan, small is good: left out, hard dates and stock, then points."""
    value: float = 1e15 * hands.tally[LOST]
    for each in range(len(given.stock)):
        if hands.left[each] < 0:
            value -= 1e13 * hands.left[each]
    if given.price[SIMPLE] > 0.0:
        return value + last
    value += given.price[MAKESPAN] * last
    for task in range(given.size):
        end = hands.end[task]
        value += given.finish_price[task] * end
        if end > given.due[task]:
            value += given.late_price[task] * (end - given.due[task])
        if end > given.hard_end[task]:
            value += 1e12 * (end - given.hard_end[task])
        moved = abs(hands.start[task] - given.current[task]) > given.day
        if moved and given.current[task] >= 0:
            value += given.price[MOVE]
    return value


@compiled
def keep(given: Given, hands: Hands) -> None:
    """Put the plan aside."""
    for task in range(given.size):
        hands.other_start[task] = hands.start[task]
        hands.other_end[task] = hands.end[task]
        hands.other_mode[task] = hands.mode[task]


@compiled
def bring_back(given: Given, hands: Hands) -> None:
    """Take the plan put aside."""
    for task in range(given.size):
        hands.start[task] = hands.other_start[task]
        hands.end[task] = hands.other_end[task]
        if given.several and hands.mode[task] != hands.other_mode[task]:
            change_mode(given, hands, task, hands.other_mode[task])


@compiled
def justify(given: Given, hands: Hands, choose: int) -> float:
    """Plan by ``hands.order``, then backward and forward as long as it pays.

    ``hands.order`` becomes the order of starts.
    """
    if given.plain and not given.several and given.price[SIMPLE] > 0.0:
        return justify_plain(given, hands)
    for at in range(given.size):
        hands.other_order[at] = hands.order[at]
    value = np.inf
    while True:
        last = forward(given, hands, hands.other_order, choose)
        found = worth(given, hands, last)
        hands.tally[DONE] += 1
        if found > value:
            bring_back(given, hands)
            break
        better = found < value
        value = found
        for at in range(given.size):
            hands.order[at] = hands.other_order[at]
        if not better or hands.tally[LOST] > 0:
            break
        keep(given, hands)
        _by_end(given, hands, last)
        hands.tally[DONE] += 1
        if backward(given, hands, hands.spare, last) < 0:
            bring_back(given, hands)
            break
        _by_start(given, hands, last)
    return value


@compiled
def _by_end(given: Given, hands: Hands, last: int) -> None:
    """Put the order for going backward into ``spare``: the last to end first."""
    size = given.size
    if given.plain:
        for task in range(size):
            hands.key[task] = last - hands.end[task]
            hands.other_order[task] = hands.order[size - 1 - task]
        sort(hands.other_order, hands.key, last, hands.spare, hands.bucket)
        return
    in_order(given, hands, hands.end, 0, hands.other_order)
    for at in range(size):
        hands.spare[at] = hands.other_order[size - 1 - at]


@compiled
def _by_start(given: Given, hands: Hands, last: int) -> None:
    """Put the order for going forward into ``other_order``: the first to start first."""
    size = given.size
    if given.plain:
        for at in range(size // 2):
            here, there = hands.spare[at], hands.spare[size - 1 - at]
            hands.spare[at], hands.spare[size - 1 - at] = there, here
        sort(hands.spare, hands.start, last, hands.other_order, hands.bucket)
        return
    in_order(given, hands, hands.start, 0, hands.other_order)


@compiled
def load_modes(given: Given, hands: Hands, modes: Small) -> None:
    """Take a vector of modes and count the consumables."""
    stock = len(given.stock)
    for each in range(stock):
        hands.left[each] = given.stock[each]
    for task in range(given.size):
        mode = modes[task]
        if hands.mode[task] != mode:
            take_mode(given, hands, task, mode)
        for each in range(stock):
            hands.left[each] -= given.mode_use[mode * stock + each]
