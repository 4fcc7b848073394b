"""Where requests fit: the innermost loops, on as few arrays as possible."""

from __future__ import annotations

from .jit import compiled
from .unit_facts import Whole


@compiled
def chance(rng: Whole, below: int) -> int:
    """Give a whole number from 0 (Lehmer 1951: the same with and without numba)."""
    rng[0] = rng[0] * 48271 % 2147483647
    found: int = rng[0] * below // 2147483647
    return found


@compiled
def fit_forward(
    free: Whole,
    guard: Whole,
    request: Whole,
    row: int,
    start: int,
    effort: int,
    limit: int,
) -> int:
    """Give the first start from which the requests fit all along; limit + 1 if none."""
    last = limit - effort
    if start > last:
        return limit + 1
    slot = start + effort - 1
    words = len(guard)
    if words == 1:
        want, bits = request[row], guard[0]
        while slot >= start:
            if (free[slot] - want) & bits != bits:
                start = slot + 1
                if start > last:
                    return limit + 1
                slot = start + effort
            slot -= 1
        return start
    while slot >= start:
        for word in range(words):
            bits = guard[word]
            if (free[slot * words + word] - request[row + word]) & bits != bits:
                start = slot + 1
                if start > last:
                    return limit + 1
                slot = start + effort
                break
        slot -= 1
    return start


@compiled
def fit_backward(
    free: Whole, guard: Whole, request: Whole, row: int, start: int, effort: int
) -> int:
    """Give the last start, not after ``start``, at which the requests fit; or -1."""
    if start < 0:
        return -1
    words = len(guard)
    slot = start
    while slot < start + effort:
        for word in range(words):
            bits = guard[word]
            if (free[slot * words + word] - request[row + word]) & bits != bits:
                start = slot - effort
                if start < 0:
                    return -1
                slot = start - 1
                break
        slot += 1
    return start


@compiled
def hold(
    free: Whole, request: Whole, words: int, row: int, start: int, end: int
) -> None:
    """Take what is requested out of what is free."""
    if words == 1:
        want = request[row]
        for slot in range(start, end):
            free[slot] -= want
        return
    for slot in range(start, end):
        for word in range(words):
            free[slot * words + word] -= request[row + word]


@compiled
def latest_end(
    links: Whole, lag: Whole, first: int, last: int, ends: Whole, moment: int
) -> int:
    """Give the latest of a moment and the ends of what links come from."""
    for at in range(first, last):
        found = ends[links[at]] + lag[at]
        if found > moment:
            moment = found
    return moment


@compiled
def earliest_start(
    links: Whole, lag: Whole, first: int, last: int, starts: Whole, moment: int
) -> int:
    """Give the earliest of a moment and the starts of what links lead to."""
    for at in range(first, last):
        found = starts[links[at]] - lag[at]
        if found < moment:
            moment = found
    return moment
