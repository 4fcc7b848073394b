"""Tasks that stand where they are: the kernel places them without asking for room.

So what is asked here, once before the search and once for each plan that it offers, is
whether they leave within what there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from ..resources import Resource
from .tasks import Tasks

Stay = tuple[int, int, int, int]  # task, first slot, end, amount taken in between


def clash(tasks: Tasks) -> tuple[int, ...]:
    """Give tasks whose given starts take more of a resource than there is, or none.

    Each is counted with the least it can take and for the shortest it can last, so no
    plan holds them all; without any one of them the others fit into that slot.
    """
    for resource in tasks.renewable:
        stays = [
            (number, start, start + tasks.shortest[number], least)
            for number, start in enumerate(tasks.fixed)
            if start >= 0 and (least := _least(tasks, number, resource.id))
        ]
        if (slot := _overfull(resource, stays)) is not None:
            return _smallest(resource, stays, slot)
    return ()


def is_overfull(tasks: Tasks, starts: Sequence[int], modes: Sequence[int]) -> bool:
    """Say whether a plan takes more of a resource than there is; starts of -1 take none."""
    for resource in tasks.renewable:
        stays = []
        for number, start in enumerate(starts):
            mode = tasks.modes[number][modes[number]]
            amount = dict(mode.amounts).get(resource.id, 0)
            if start >= 0 and amount:
                stays.append((number, start, start + mode.effort, amount))
        if _overfull(resource, stays) is not None:
            return True
    return False


def _least(tasks: Tasks, number: int, resource: str) -> int:
    return min(dict(mode.amounts).get(resource, 0) for mode in tasks.modes[number])


def _overfull(resource: Resource, stays: Iterable[Stay]) -> int | None:
    """Give the first slot in which more is taken than there is."""
    changes: dict[int, int] = {}
    for _, first, end, amount in stays:
        changes[first] = changes.get(first, 0) + amount
        changes[end] = changes.get(end, 0) - amount
    before = 0
    for slot, amount in _steps(resource):
        changes[slot] = changes.get(slot, 0) - amount + before
        before = amount
    slots = sorted(changes)
    over = zip(slots, accumulate(changes[slot] for slot in slots), strict=True)
    return next((slot for slot, too_much in over if too_much > 0), None)


def _steps(resource: Resource) -> Sequence[tuple[int, int]]:
    steps = resource.capacity
    return ((0, steps),) if isinstance(steps, int) else steps


def _smallest(resource: Resource, stays: list[Stay], slot: int) -> tuple[int, ...]:
    """Of those in a slot keep the largest, as few as are too many."""
    free = max((step for step in _steps(resource) if step[0] <= slot), default=(0, 0))
    there = [stay for stay in stays if stay[1] <= slot < stay[2]]
    there.sort(key=lambda stay: -stay[3])
    taken = list(accumulate(stay[3] for stay in there))
    few = next(at for at, total in enumerate(taken, 1) if total > free[1])
    return tuple(sorted(stay[0] for stay in there[:few]))
