"""People whom no task tells apart as one kind, and a problem told by kinds."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from .arrays import begins, whole
from .compiled import Compiled
from .kernel.board import Real, Whole
from .kernel.kinds_facts import Facts

MOST_TASKS, MOST_KINDS, MOST_ROWS = 300, 60, 4


def is_crowd(compiled: Compiled) -> bool:
    """Say whether people may be counted by kind: teams, one calendar, nothing fixed."""
    tasks, shared = compiled.tasks, {id(each) for each in compiled.calendars}
    if len(tasks) > MOST_TASKS or len(shared) != 1 or compiled.unplaceable:
        return False
    if max(compiled.heads, default=0) < 2 or any(compiled.own):
        return False
    if max(map(len, compiled.seats)) > MOST_ROWS:
        return False
    fixed = any(compiled.locked) or any(
        task.started or task.locked_start is not None or task.hard_deadline is not None
        for task in tasks
    )
    pauses = compiled.calendars[0].total < compiled.horizon
    links = all(
        link.from_end and not link.to_end and (link.lag == 0 or not pauses)
        for row in compiled.into
        for link in row
    )
    return not fixed and links and len(kinds_of(compiled)) <= MOST_KINDS


def kinds_of(compiled: Compiled) -> list[list[int]]:
    """Group people whom no task tells apart; those of no use are in no group."""
    masks = sorted({mask for seats in compiled.seats for mask, _ in seats})
    groups = defaultdict[int, list[int]](list)
    for person in range(len(compiled.people)):
        held = sum((mask >> person & 1) << row for row, mask in enumerate(masks))
        groups[held].append(person)
    return [people for held, people in groups.items() if held]


def facts_of(
    compiled: Compiled,
    kinds: list[list[int]],
    scarcity: Real,
    urgency: Real,
    *,
    back: bool,
) -> Facts:
    """Give the arrays of the kernel; ``back``: of the mirror image in time."""
    tasks, calendar = compiled.tasks, compiled.calendars[0]
    order = list(compiled.order or ())[:: -1 if back else 1]
    rank = np.zeros(len(tasks), np.int64)
    rank[order] = np.arange(len(tasks))
    release = [0 if back else calendar.position_from(task.release) for task in tasks]
    links = compiled.out_of if back else compiled.into
    need, able, fits = _rows(compiled, kinds)
    of = [np.flatnonzero(row) for row in fits]
    sets = [
        1 << len(row) if len(some) else 1
        for row, some in zip(compiled.seats, of, strict=True)
    ]
    return Facts(
        size=len(tasks),
        kinds=len(kinds),
        limit=min(calendar.total, _surely(compiled, release)),
        effort=np.array(compiled.effort, np.int64),
        release=np.array(release, np.int64),
        urgency=urgency,
        into_first=begins(map(len, links)),
        into=whole([link.other for row in links for link in row]),
        lag=whole([link.lag for row in links for link in row]),
        sorted=np.array(order, np.int64),
        rank=rank,
        people=np.array([len(people) for people in kinds], np.int64),
        scarcity=scarcity,
        heads=np.array(compiled.heads, np.int64),
        need=need,
        sets=np.array(sets, np.int64),
        able=able,
        of_first=begins(map(len, of)),
        of=whole(int(kind) for row in of for kind in row),
        fits=whole(
            int(row[kind]) for row, some in zip(fits, of, strict=True) for kind in some
        ),
    )


def _surely(compiled: Compiled, release: list[int]) -> int:
    """Give a position by which all can be done one after the other."""
    lags = sum(max(0, link.lag) for row in compiled.into for link in row)
    return sum(compiled.effort) + max(release, default=0) + lags


def _rows(compiled: Compiled, kinds: list[list[int]]) -> tuple[Whole, Whole, Whole]:
    """Give seats and people by set of rows, and which rows each kind can fill."""
    tasks, most = len(compiled.tasks), max(map(len, compiled.seats))
    need = np.zeros((tasks, 1 << most), np.int64)
    fits = np.zeros((tasks, len(kinds)), np.int64)
    for number, seats in enumerate(compiled.seats):
        if not compiled.effort[number]:
            continue
        for row, (mask, count) in enumerate(seats):
            of_row = [some for some in range(1 << most) if some >> row & 1]
            need[number, of_row] += count
            fits[number] += [(mask >> people[0] & 1) << row for people in kinds]
    able = np.zeros_like(need)
    for rows in range(1 << most):
        able[:, rows] = ((fits & rows) > 0) @ np.array([len(each) for each in kinds])
    return need, able, fits
