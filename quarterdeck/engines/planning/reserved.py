"""A lower bound on the end: work that only some people can do, taken together.

Whatever only people of a set can do has to be done by them. Of that, what cannot begin
before some moment and is followed by so much more work has to fit between the two; this
holds for each set, moment and tail, so the largest bound counts (after Carlier, *The
one-machine sequencing problem*, EJOR 11 (1982), with people as machines). Sets are those
who can take a seat, and unions of these, the busiest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .bounds import Bounds, Counts
from .compiled import Compiled
from .run import Run

MOST_TASKS, FEW_TASKS, MOST_SETS = 5_000, 300, 40
BUSIEST, DEPTH = 12, 6  # unions kept each time; how many sets make one
HOPE = 0.8  # of the busiest so far, below which unions are not made larger
MOMENTS = 40  # different heads, and tails, that are tried


class Work(NamedTuple):
    """Work that is reserved: for whom, slots, first slot, and slots after its end."""

    masks: tuple[int, ...]
    slots: Counts
    heads: Counts
    tails: Counts


def bound_end(run: Run) -> None:
    """Raise the bound of a solve in whose best plan all have a place, if the end counts."""
    compiled, bounds = run.compiled, run.bounds
    whole = run.value is not None and run.value[0] == len(compiled.unplaceable)
    if not whole or not run.objective.price.makespan:
        return
    # where other aims count as well it is soon too dear for the little it tells
    if len(compiled.tasks) > (MOST_TASKS if run.search.breeds else FEW_TASKS):
        return
    found = reserved_end(compiled, bounds)
    if found > bounds.makespan:
        bounds.makespan = found
        bounds.amounts = bounds.amounts._replace(makespan=found)
        run.search.least = found
        run.raise_bound(run.objective.points(bounds.amounts))


def reserved_end(compiled: Compiled, bounds: Bounds) -> int:
    """Give a slot before which no plan that holds all tasks ends."""
    work = _work(compiled, bounds)
    if not work.masks:
        return 0
    return max(_end(compiled, bounds, work, people) for people in _sets(work))


def _work(compiled: Compiled, bounds: Bounds) -> Work:
    tails, rows = tails_of(compiled), list[tuple[int, int, int, int]]()
    for number, seats in enumerate(compiled.seats):
        effort, locked = compiled.effort[number], compiled.locked[number]
        if number in compiled.unplaceable or not effort:
            continue
        parts = [(sum(1 << each for each in locked), len(locked))] if locked else seats
        for mask, count in parts:
            rows.append((mask, count * effort, bounds.starts[number], tails[number]))
    slots, heads, after = np.array([row[1:] for row in rows] or [(0, 0, 0)]).T
    return Work(tuple(row[0] for row in rows), slots, heads, after)


def tails_of(compiled: Compiled) -> list[int]:
    """Give for each task how many slots there are at least after its end.

    A slot of work takes a slot or more, whoever does it; links from the start of a
    task say nothing about its end.
    """
    tails = [0] * len(compiled.tasks)
    for number in reversed(compiled.order or ()):
        for other, from_end, to_end, lag in compiled.out_of[number]:
            if from_end and other not in compiled.unplaceable:
                more = 0 if to_end else compiled.effort[other]
                tails[number] = max(tails[number], lag + more + tails[other])
    return tails


def _sets(work: Work) -> list[int]:
    """Give sets of people who have much to do that nobody else can do."""
    total: dict[int, int] = {}
    for mask, slots in zip(work.masks, work.slots.tolist(), strict=True):
        total[mask] = total.get(mask, 0) + slots
    single = sorted(
        total, key=lambda mask: total[mask] / mask.bit_count(), reverse=True
    )
    total = {mask: total[mask] for mask in single[:MOST_SETS]}

    def busy(people: int) -> float:
        inside = sum(slots for mask, slots in total.items() if not mask & ~people)
        return inside / people.bit_count()

    known = {mask: busy(mask) for mask in total}
    last: Sequence[int] = list(total)
    for _ in range(DEPTH - 1):
        unions = {one | other for one in last[:BUSIEST] for other in total}
        new = {mask: busy(mask) for mask in unions if mask not in known}
        if max(new.values(), default=0.0) < HOPE * max(known.values()):
            break
        known |= new
        last = sorted(new, key=new.__getitem__, reverse=True)
    return sorted(known, key=known.__getitem__, reverse=True)[: 3 * BUSIEST]


def _end(compiled: Compiled, bounds: Bounds, work: Work, people: int) -> int:
    """Give the largest bound of one set, over all moments and tails."""
    mine = np.flatnonzero([not mask & ~people for mask in work.masks])
    heads, tails, horizon = work.heads[mine], work.tails[mine], compiled.horizon
    first, after = _some(heads), _some(tails)
    early = heads[None, :] >= first[:, None]
    late = tails[None, :] >= after[:, None]
    # as floats, which are multiplied far more quickly and are exact here
    slots = work.slots[mine].astype(np.float64)
    inside = ((early * slots) @ late.T.astype(np.float64)).astype(np.int64)
    capacity = bounds.capacity_of(people)
    done = np.searchsorted(capacity, capacity[first][:, None] + inside)
    ends = np.where(inside > 0, done + after[None, :], 0)
    return min(int(ends.max(initial=0)), horizon)


def _some(moments: Counts) -> Counts:
    """Give different moments, some of them where there are many."""
    distinct = np.unique(moments)
    if len(distinct) <= MOMENTS:
        return distinct
    return distinct[np.linspace(0, len(distinct) - 1, MOMENTS).astype(np.int64)]
