"""Schedule generation where all links are FS and modes are chosen: the innermost loops.

The same as in ``unit_schedules.py`` in one piece on bare arrays. Numba counts references
of every array that is handed on, and doing so for each task takes longer than the task.
"""

from __future__ import annotations

import numpy as np

from .jit import compiled
from .unit_facts import DONE, LOST, TOP, Given, Hands, Small, Whole


@compiled
def forward_plain(  # noqa: C901, PLR0915
    order: Small,
    efforts: Whole,
    release: Whole,
    fixed: Whole,
    first_link: Whole,
    links: Whole,
    lag: Whole,
    base: Whole,
    guard: Whole,
    request: Whole,
    free: Whole,
    tally: Whole,
    limit: int,
    starts: Whole,
    ends: Whole,
) -> int:
    """Put tasks at their earliest in this order; give the last end."""
    words = len(guard)
    for at in range(tally[TOP] * words):
        free[at] = base[at]
    bits = guard[0]
    last = 0
    lost = 0
    for place in range(len(order)):
        task = order[place]
        effort = efforts[task]
        if fixed[task] >= 0:
            starts[task] = fixed[task]
            ends[task] = fixed[task] + effort
            last = max(last, ends[task])
            continue
        start = release[task]
        for at in range(first_link[task], first_link[task + 1]):
            moment = ends[links[at]] + lag[at]
            if moment > start:
                start = moment
        latest = limit - effort
        slot = start + effort - 1
        if words == 1:
            want = request[task]
            while slot >= start and start <= latest:
                if (free[slot] - want) & bits != bits:
                    start = slot + 1
                    slot = start + effort
                slot -= 1
            if start <= latest:
                for slot in range(start, start + effort):
                    free[slot] -= want
        else:
            row = task * words
            while slot >= start and start <= latest:
                for word in range(words):
                    want = request[row + word]
                    if (free[slot * words + word] - want) & guard[word] != guard[word]:
                        start = slot + 1
                        slot = start + effort
                        break
                slot -= 1
            if start <= latest:
                for slot in range(start, start + effort):
                    for word in range(words):
                        free[slot * words + word] -= request[row + word]
        if start > latest:
            start = limit + 1
            effort = 0
            lost += 1
        starts[task] = start
        ends[task] = start + effort
        if start + effort > last:
            last = start + effort
    tally[TOP] = min(last, limit)
    tally[LOST] = lost
    return last


@compiled
def backward_plain(  # noqa: C901
    order: Small,
    efforts: Whole,
    fixed: Whole,
    first_link: Whole,
    links: Whole,
    lag: Whole,
    base: Whole,
    guard: Whole,
    request: Whole,
    free: Whole,
    tally: Whole,
    end: int,
    starts: Whole,
    ends: Whole,
) -> int:
    """Put tasks at their latest before ``end``; -1 when one did not fit."""
    words = len(guard)
    for at in range(max(tally[TOP], end) * words):
        free[at] = base[at]
    tally[TOP] = end
    bits = guard[0]
    for place in range(len(order)):
        task = order[place]
        effort = efforts[task]
        if fixed[task] >= 0:
            starts[task] = fixed[task]
            ends[task] = fixed[task] + effort
            continue
        start = end
        for at in range(first_link[task], first_link[task + 1]):
            moment = starts[links[at]] - lag[at]
            if moment < start:
                start = moment
        start -= effort
        slot = start
        if words == 1:
            want = request[task]
            while start >= 0 and slot < start + effort:
                if (free[slot] - want) & bits != bits:
                    start = slot - effort
                    slot = start - 1
                slot += 1
            if start < 0:
                return -1
            for slot in range(start, start + effort):
                free[slot] -= want
        else:
            row = task * words
            while start >= 0 and slot < start + effort:
                for word in range(words):
                    want = request[row + word]
                    if (free[slot * words + word] - want) & guard[word] != guard[word]:
                        start = slot - effort
                        slot = start - 1
                        break
                slot += 1
            if start < 0:
                return -1
            for slot in range(start, start + effort):
                for word in range(words):
                    free[slot * words + word] -= request[row + word]
        starts[task] = start
        ends[task] = start + effort
    return 0


@compiled
def sort(order: Small, key: Whole, top: int, found: Small, bucket: Whole) -> None:
    """Sort an order by key (0 to ``top``) into ``found``; equal keys keep their order."""
    size = len(order)
    if top > 32 * size:
        # few tasks on a long axis: counting every slot would take longer
        by_key = np.argsort(key[order], kind="mergesort")
        for at in range(size):
            found[at] = order[by_key[at]]
        return
    for at in range(top + 2):
        bucket[at] = 0
    for task in range(size):
        bucket[key[task] + 1] += 1
    for at in range(top + 1):
        bucket[at + 1] += bucket[at]
    for at in range(size):
        task = order[at]
        found[bucket[key[task]]] = task
        bucket[key[task]] += 1


@compiled
def justify_plain(given: Given, hands: Hands) -> float:
    """Plan by ``hands.order`` where the last end alone counts; see ``justify``."""
    order, other, spare, key = hands.order, hands.other_order, hands.spare, hands.key
    efforts, release, fixed = hands.effort, given.release, given.fixed
    start, end, bucket = hands.other_start, hands.other_end, hands.bucket
    base, guard, free, tally = given.base, given.guard, hands.free, hands.tally
    into_first, into, into_lag = given.into_first, given.into, given.into_lag
    out_first, out, out_lag = given.out_first, given.out, given.out_lag
    request, limit, size = hands.request, given.limit, given.size
    best = limit + 2
    for at in range(size):
        other[at] = order[at]
    while True:
        last = forward_plain(
            other,
            efforts,
            release,
            fixed,
            into_first,
            into,
            into_lag,
            base,
            guard,
            request,
            free,
            tally,
            limit,
            start,
            end,
        )
        tally[DONE] += 1
        if last > best:
            break
        better = last < best
        best = last
        for at in range(size):
            order[at] = other[at]
            hands.start[at] = start[at]
            hands.end[at] = end[at]
        if not better or tally[LOST] > 0:
            break
        for task in range(size):
            key[task] = last - end[task]
            other[task] = order[size - 1 - task]
        sort(other, key, last, spare, bucket)
        tally[DONE] += 1
        if (
            backward_plain(
                spare,
                efforts,
                fixed,
                out_first,
                out,
                out_lag,
                base,
                guard,
                request,
                free,
                tally,
                last,
                start,
                end,
            )
            < 0
        ):
            break
        for at in range(size // 2):
            here, there = spare[at], spare[size - 1 - at]
            spare[at], spare[size - 1 - at] = there, here
        sort(spare, start, last, other, bucket)
    value: float = 1e15 * tally[LOST] + best
    return value
