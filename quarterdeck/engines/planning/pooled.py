"""A lower bound on weighted finishes: everybody's time in one pool.

Whoever works ``effort`` slots on a task ends no earlier than the mean of these slots
plus half of the effort. So the mean slots are bounded: the pool works at every moment
on what weighs most per slot of work among all that could have begun, people and what
waits for what apart. No other order does better (Goemans 1997).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import heappop, heappush

import numpy as np

from .calendars import Calendar
from .compiled import Compiled
from .run import Run

MOST_TASKS = 100_000


def bound_finishes(run: Run) -> None:
    """Raise the bound of a solve whose best plan holds all that can be placed."""
    compiled = run.compiled
    whole = run.value is not None and run.value[0] == len(compiled.unplaceable)
    if not whole or not run.objective.price.priority_finish:
        return
    if len(compiled.tasks) <= MOST_TASKS:
        found = pooled_finish(compiled, run.bounds.starts, run.bounds.ends)
        amounts = run.bounds.amounts
        more = max(found, amounts.priority_finish)
        run.raise_bound(run.objective.points(amounts._replace(priority_finish=more)))


def pooled_finish(
    compiled: Compiled, starts: Sequence[int], ends: Sequence[int]
) -> int:
    """Give what priorities times ends come to at least, if nothing is left out.

    Parameters
    ----------
    starts, ends
        Proven earliest ones by task.
    """
    tasks, effort = compiled.tasks, compiled.effort
    lost = compiled.unplaceable
    worked = [n for n, slots in enumerate(effort) if slots and n not in lost]
    apart = set(range(len(tasks))).difference(worked)
    total = float(sum(tasks[n].priority * ends[n] for n in apart))
    total += sum(tasks[n].priority * (effort[n] - 1) / 2 for n in worked)
    by_start = sorted(worked, key=starts.__getitem__, reverse=True)
    left = {n: effort[n] * compiled.heads[n] for n in worked}
    open_tasks: list[tuple[float, int]] = []
    for slot, people in _pool(compiled.calendars):
        while by_start and starts[by_start[-1]] <= slot:
            number = by_start.pop()
            heappush(open_tasks, (-tasks[number].priority / left[number], number))
        while people and open_tasks:
            weight, number = open_tasks[0]
            part = min(people, left[number])
            total -= weight * part * (slot + 1)
            left[number] -= part
            people -= part
            if not left[number]:
                heappop(open_tasks)
        if not by_start and not open_tasks:
            break
    return math.ceil(total * (1 - 1e-9) - 1e-6)


def _pool(calendars: Sequence[Calendar]) -> list[tuple[int, int]]:
    """Give the slots in which anybody works, and how many do."""
    if not calendars:
        return []
    before = np.zeros(len(calendars[0].before), dtype=np.int64)
    for calendar in calendars:
        before += np.frombuffer(calendar.before, dtype=np.int32)
    people = np.diff(before)
    slots = np.flatnonzero(people)
    return list(zip(slots.tolist(), people[slots].tolist(), strict=True))
