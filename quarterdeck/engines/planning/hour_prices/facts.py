"""What the prices are reckoned on: one problem as few wide arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..bounds import Bounds
from ..calendars import Calendar
from ..compiled import Compiled
from ..objective import Objective

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
NEVER = 2**40
MOST_BUCKETS = 400
FEWEST_BUCKETS = 24
MOST_CELLS = 4_000_000  # of any one table


class Facts(NamedTuple):
    """A *bucket* is a stretch of slots in which somebody works; the last one is all
    that comes after the plan. A *job* is one person with one effort, a *list* the jobs
    of those who may take a seat.

    ``grid`` holds the first slot of each bucket and ``bucket`` that of each slot;
    ``ends[pace, bucket]`` is when work that begins there ends, a *pace* being a calendar
    with an effort. ``first_place[person, bucket]`` counts positions of the person's
    calendar before a bucket, ``bucket_at`` gives the bucket of each position, from
    ``places[person]`` on. Tasks that no plan can hold are not in ``order``.
    """

    grid: Whole
    bucket: Whole
    order: Whole
    start: Whole
    per_slot: Real
    per_late: Real
    due: Whole
    hard: Whole
    seat: Whole
    seat_list: Whole
    seat_count: Whole
    jobs: Whole
    job: Whole
    job_person: Whole
    job_effort: Whole
    job_pace: Whole
    ends: Whole
    first_place: Whole
    places: Whole
    bucket_at: Whole
    out: Whole
    out_task: Whole
    out_from_end: Whole
    out_lag: Whole
    out_share: Real
    root: Real


def facts_of(
    compiled: Compiled, objective: Objective, bounds: Bounds, last: int, looks: float
) -> Facts | None:
    """Give the arrays; None where too few buckets could be afforded.

    Parameters
    ----------
    bounds
        Its earliest starts are taken over.
    last
        Slot from which on an hour costs nothing, such as the end of a good plan.
    looks
        How often a job may be looked at in a bucket, in one round.
    """
    seats = _Seats(compiled)
    rows = max(len(compiled.tasks), len(seats.jobs), 1)
    most = int(min(MOST_BUCKETS, MOST_CELLS / rows, looks / max(1, seats.looks)))
    if most < FEWEST_BUCKETS:
        return None
    grid = _grid(compiled, last, most)
    slots = np.arange(compiled.horizon + 2)
    bucket = np.maximum(np.searchsorted(grid, slots, side="right") - 1, 0)
    lost, links = compiled.unplaceable, _Links(compiled)
    price, tasks = objective.price, compiled.tasks
    first_place = np.array(
        [
            np.frombuffer(each.before, dtype=np.int32)[grid]
            for each in compiled.calendars
        ],
        dtype=np.int64,
    ).reshape(len(compiled.people), len(grid))
    placed = [np.asarray(each.slots, dtype=np.int64) for each in compiled.calendars]
    return Facts(
        grid=grid,
        bucket=bucket,
        order=_whole([n for n in compiled.order or () if n not in lost]),
        start=bucket[np.clip(bounds.starts, 0, compiled.horizon)],
        per_slot=np.array([price.priority_finish * t.priority for t in tasks], float),
        per_late=np.array([price.lateness * t.priority for t in tasks], float),
        due=_whole([NEVER if t.deadline is None else t.deadline for t in tasks]),
        hard=_whole(
            [NEVER if t.hard_deadline is None else t.hard_deadline for t in tasks]
        ),
        seat=_firsts(seats.by_task),
        seat_list=_whole([each for row in seats.by_task for each, _ in row]),
        seat_count=_whole([count for row in seats.by_task for _, count in row]),
        jobs=_firsts(seats.lists),
        job=_whole([each for row in seats.lists for each in row]),
        job_person=_whole([person for person, _ in seats.jobs]),
        job_effort=_whole([effort for _, effort in seats.jobs]),
        job_pace=_whole(seats.paces),
        ends=_ends(compiled, seats, grid),
        first_place=first_place,
        places=_firsts(placed),
        bucket_at=bucket[np.concatenate([*placed, _whole([])])],
        out=_firsts(links.rows),
        out_task=_whole([each.other for each in links.flat]),
        out_from_end=_whole([each.from_end for each in links.flat]),
        out_lag=_whole([each.lag for each in links.flat]),
        out_share=links.share,
        root=links.root,
    )


def looks_of(facts: Facts) -> int:
    """Give how often jobs are looked at in a round, in all buckets."""
    return int(np.diff(facts.jobs)[facts.seat_list].sum()) * len(facts.grid)


def _whole(values: Sequence[int]) -> Whole:
    return np.array(values, dtype=np.int64)


def _firsts(rows: Sequence[Sequence[object] | Whole]) -> Whole:
    """Give where each row begins when all are laid end to end, and the end of all."""
    return np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)


def _grid(compiled: Compiled, last: int, most: int) -> Whole:
    used = np.zeros(compiled.horizon, dtype=np.bool_)
    for calendar in {id(each): each for each in compiled.calendars}.values():
        used |= calendar.mask
    working = np.flatnonzero(used[:last])
    width = max(1, -(-len(working) // (most - 1)))
    grid = np.append(working[::width], last).astype(np.int64)
    if len(grid) == 1:
        return np.array([0, last], dtype=np.int64)
    grid[0] = 0
    return grid


class _Seats:
    """Who may take which seat, as numbers of jobs; equal ones are made once."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.jobs: dict[tuple[int, int], int] = {}
        self.paces: list[int] = []
        self.pace: dict[tuple[int, int], int] = {}
        self.pace_of: list[tuple[Calendar, int]] = []
        self.lists: list[list[int]] = []
        self._lists: dict[tuple[int, int], int] = {}
        self.by_task = [self._of(number) for number in range(len(compiled.tasks))]
        self._sort()
        self.looks = sum(
            len(self.lists[each]) for row in self.by_task for each, _ in row
        )

    def _of(self, number: int) -> list[tuple[int, int]]:
        compiled, effort = self.compiled, self.compiled.effort[number]
        if not effort or number in compiled.unplaceable:
            return []
        locked = compiled.locked[number]
        parts = compiled.seats[number]
        if locked is not None:
            parts = tuple((1 << person, 1) for person in locked)
        own = compiled.own[number]
        if own and compiled.heads[number] == 1:
            return [(self._own_list(number, mask), 1) for mask, _ in parts]
        return [(self._list(mask, effort), count) for mask, count in parts]

    def _own_list(self, number: int, mask: int) -> int:
        """Those who may do a task alone, each with the effort it takes of them."""
        compiled = self.compiled
        people = compiled.members(mask)
        jobs = [self._job(each, compiled.slots_of(number, each)) for each in people]
        self.lists.append(jobs)
        return len(self.lists) - 1

    def _list(self, mask: int, effort: int) -> int:
        if (mask, effort) not in self._lists:
            self._lists[mask, effort] = len(self.lists)
            people = self.compiled.members(mask)
            self.lists.append([self._job(person, effort) for person in people])
        return self._lists[mask, effort]

    def _job(self, person: int, effort: int) -> int:
        if (person, effort) not in self.jobs:
            self.jobs[person, effort] = len(self.jobs)
            calendar = self.compiled.calendars[person]
            key = id(calendar), effort
            if key not in self.pace:
                self.pace[key] = len(self.pace)
                self.pace_of.append((calendar, effort))
            self.paces.append(self.pace[key])
        return self.jobs[person, effort]

    def _sort(self) -> None:
        """Number jobs by person, so that what a person's hours cost is added up once."""
        known = sorted(self.jobs)
        new = {self.jobs[each]: number for number, each in enumerate(known)}
        self.paces = [self.paces[self.jobs[each]] for each in known]
        self.jobs = {each: number for number, each in enumerate(known)}
        self.lists = [[new[each] for each in row] for row in self.lists]


def _ends(compiled: Compiled, seats: _Seats, grid: Whole) -> Whole:
    horizon = compiled.horizon
    found = np.full((len(seats.pace_of), len(grid)), horizon, dtype=np.int64)
    for row, (calendar, effort) in enumerate(seats.pace_of):
        last = np.frombuffer(calendar.before, dtype=np.int32)[grid] + effort - 1
        fits = last < calendar.total
        found[row, fits] = np.asarray(calendar.slots, dtype=np.int64)[last[fits]] + 1
    return found


class _Links:
    """What waits for a task's start or end; several it waits for share a task."""

    def __init__(self, compiled: Compiled) -> None:
        lost = compiled.unplaceable
        binding = [sum(not each.to_end for each in row) for row in compiled.into]
        self.rows = [
            [each for each in row if not each.to_end and each.other not in lost]
            for row in compiled.out_of
        ]
        self.flat = [each for row in self.rows for each in row]
        self.share = np.array([1 / binding[each.other] for each in self.flat], float)
        self.root = np.array([float(not count) for count in binding])
