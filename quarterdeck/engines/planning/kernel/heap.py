"""A binary heap of task numbers by key, ties by number."""

from __future__ import annotations

from .board import HEAP, KEY, Real, Whole
from .jit import compiled


@compiled
def before(weight: Real, one: int, other: int) -> bool:
    """Say which of two tasks comes first."""
    mine, theirs = weight[one, KEY], weight[other, KEY]
    return bool(mine < theirs or (mine == theirs and one < other))


@compiled
def push(task: Whole, weight: Real, size: int, number: int) -> int:
    """Add a task; give the new size."""
    at = size
    while at > 0:
        above = (at - 1) // 2
        if not before(weight, number, task[above, HEAP]):
            break
        task[at, HEAP] = task[above, HEAP]
        at = above
    task[at, HEAP] = number
    return size + 1


@compiled
def pop(task: Whole, weight: Real, size: int) -> int:
    """Take the task with the smallest key; the heap holds one less."""
    top, last = task[0, HEAP], task[size - 1, HEAP]
    at, rest = 0, size - 1
    while 2 * at + 1 < rest:
        below = 2 * at + 1
        if below + 1 < rest:
            below += before(weight, task[below + 1, HEAP], task[below, HEAP])
        if not before(weight, task[below, HEAP], last):
            break
        task[at, HEAP] = task[below, HEAP]
        at = below
    task[at, HEAP] = last
    return int(top)
