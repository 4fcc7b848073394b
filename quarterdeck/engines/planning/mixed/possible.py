"""Whether tasks with modes, people and resources can all be placed: by CP-SAT, exactly.

Each way of doing a task by each team is an optional interval on the team's calendar. It
is meant for the few tasks that must be placed; where there are too many ways nothing is
said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from math import comb, prod
from typing import Any

import numpy as np

from ..problem import Task
from ..resources import Mode
from .decode import Decoder, Place

MOST_TASKS = 40
MOST_WAYS = 80  # teams and modes of one task
MOST_SLOTS = 400_000  # ways times slots
CHECK_SECONDS = 2.0  # of CP-SAT's own deterministic time


@dataclass(frozen=True)
class Way:
    """One mode by one team; ``starts[k]`` goes with ``ends[k]``."""

    mode: int
    team: tuple[int, ...]
    starts: list[int]
    ends: list[int]


class TooManyWays(Exception):
    """There is more to look at than is worth a try."""


def place_all(decoder: Decoder) -> dict[int, Place] | bool | None:
    """Place all tasks of a problem: places, False when there is no way, None when that
    is not known."""
    tasks = decoder.problem.tasks
    if len(decoder.links.order) < len(tasks):
        return False
    if len(tasks) > MOST_TASKS:
        return None
    try:
        ways = [list(_ways(decoder, number)) for number in range(len(tasks))]
    except TooManyWays:
        return None
    if any(not each for each in ways):
        return False
    if sum(len(way.starts) for each in ways for way in each) > MOST_SLOTS:
        return None
    return _Model(decoder, ways).solve()


def _ways(decoder: Decoder, number: int) -> Iterator[Way]:
    task = decoder.problem.tasks[number]
    count = 0
    for at, mode in enumerate(task.modes):
        if task.locked_mode not in (None, at):
            continue
        for team in _teams(decoder, number, at):
            count += 1
            if count > MOST_WAYS:
                raise TooManyWays
            starts, ends = _times(decoder, task, mode, team)
            if starts:
                yield Way(at, team, starts, ends)


def _teams(decoder: Decoder, number: int, at: int) -> Iterator[tuple[int, ...]]:
    task = decoder.problem.tasks[number]
    mode, seats = task.modes[at], decoder.seats[number][at]
    if not mode.needs:
        yield ()
        return
    everyone = range(len(decoder.problem.people))
    able = [[p for p in everyone if mask >> p & 1] for mask, _ in seats]
    if task.locked_people is not None:
        team = tuple(sorted(decoder.number[who] for who in task.locked_people))
        if task.started or _fills(team, seats):
            yield team
        return
    counts = [count for _, count in seats]
    pairs = list(zip(able, counts, strict=True))
    if prod(comb(len(a), c) for a, c in pairs) > 20 * MOST_WAYS:
        raise TooManyWays
    found = {
        tuple(sorted(p for part in parts for p in part))
        for parts in product(*(combinations(a, c) for a, c in pairs))
    }
    yield from sorted(team for team in found if len(set(team)) == sum(counts))


def fits_some_mode(decoder: Decoder, number: int) -> bool:
    """Say whether a task's locked people can do it in a mode that is open."""
    modes = range(len(decoder.problem.tasks[number].modes))
    return any(next(_teams(decoder, number, at), None) is not None for at in modes)


def _fills(team: tuple[int, ...], seats: tuple[tuple[int, int], ...]) -> bool:
    if len(team) != sum(count for _, count in seats):
        return False
    spots = [mask for mask, count in seats for _ in range(count)]

    def sit(left: tuple[int, ...], at: int) -> bool:
        if at == len(spots):
            return True
        return any(
            spots[at] >> p & 1 and sit(tuple(e for e in left if e != p), at + 1)
            for p in left
        )

    return sit(team, 0)


def _times(
    decoder: Decoder, task: Task, mode: Mode, team: tuple[int, ...]
) -> tuple[list[int], list[int]]:
    """Give the starts and ends that calendars, release, locks and dates allow."""
    horizon, effort = decoder.horizon, decoder.effort(mode, team)
    if team:
        slots = np.flatnonzero(decoder.works[list(team)].all(0))
        starts = slots[: max(0, len(slots) - effort + 1)]
        ends = slots[effort - 1 :] + 1 if effort else starts
    else:
        starts = np.arange(0, max(0, horizon - effort) + 1)
        ends = starts + effort
    allowed = ends <= (horizon if task.hard_deadline is None else task.hard_deadline)
    if task.locked_start is not None:
        allowed &= starts == task.locked_start
    if task.started and task.locked_start is None:
        first = starts[starts >= task.release][:1]
        allowed &= np.isin(starts, first)
    if not (task.started and task.locked_start is not None):
        allowed &= starts >= task.release
    return starts[allowed].tolist(), ends[allowed].tolist()


class _Model:
    """Starts, ends and chosen ways of all tasks."""

    def __init__(self, decoder: Decoder, ways: list[list[Way]]) -> None:
        from ortools.sat.python import cp_model

        self.cp, self.decoder, self.ways = cp_model.CpModel(), decoder, ways
        horizon = decoder.horizon
        self.start = [self.cp.new_int_var(0, horizon, "") for _ in ways]
        self.end = [self.cp.new_int_var(0, horizon, "") for _ in ways]
        self.chosen: list[list[Any]] = []
        self.busy: dict[int, list[Any]] = {}
        self.used: dict[str, list[tuple[Any, int]]] = {}
        self.eaten: dict[str, list[tuple[Any, int]]] = {}
        for number in range(len(ways)):
            self._add(number)
        for intervals in self.busy.values():
            self.cp.add_no_overlap(intervals)
        self._limit()
        self._link()

    def _add(self, number: int) -> None:
        cp, row = self.cp, []
        for way in self.ways[number]:
            literal = cp.new_bool_var("")
            start, end = self.start[number], self.end[number]
            pairs = list(zip(way.starts, way.ends, strict=True))
            cp.add_allowed_assignments([start, end], pairs).only_enforce_if(literal)
            size = cp.new_int_var(0, self.decoder.horizon, "")
            interval = cp.new_optional_interval_var(start, size, end, literal, "")
            for person in way.team:
                self.busy.setdefault(person, []).append(interval)
            for name, amount in (
                self.decoder.problem.tasks[number].modes[way.mode].amounts
            ):
                if name in self.decoder.renewable:
                    self.used.setdefault(name, []).append((interval, amount))
                else:
                    self.eaten.setdefault(name, []).append((literal, amount))
            row.append(literal)
        cp.add_exactly_one(row)
        self.chosen.append(row)

    def _limit(self) -> None:
        horizon = self.decoder.horizon
        for resource in self.decoder.problem.resources:
            name = resource.id
            if not resource.renewable:
                parts = self.eaten.get(name, [])
                limit = resource.capacity
                self.cp.add(sum(lit * amount for lit, amount in parts) <= limit)
                continue
            free = self.decoder.capacity[name]
            most = int(free.max(initial=0))
            taken = list(self.used.get(name, []))
            edges = [0, *(np.flatnonzero(np.diff(free)) + 1).tolist(), horizon]
            for first, end in pairwise(edges):
                if free[first] < most and end > first:
                    fixed = self.cp.new_fixed_size_interval_var(first, end - first, "")
                    taken.append((fixed, most - int(free[first])))
            if taken:
                intervals, amounts = zip(*taken, strict=True)
                self.cp.add_cumulative(list(intervals), list(amounts), most)

    def _link(self) -> None:
        for number, edges in enumerate(self.decoder.links.into):
            for edge in edges:
                moment = (self.end if edge.from_end else self.start)[edge.other]
                mine = (self.end if edge.to_end else self.start)[number]
                self.cp.add(mine >= moment + edge.lag)

    def solve(self) -> dict[int, Place] | bool | None:
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = CHECK_SECONDS
        status = solver.solve(self.cp)
        if status == cp_model.INFEASIBLE:
            return False
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        found = {}
        for number, row in enumerate(self.chosen):
            at = next(n for n, literal in enumerate(row) if solver.value(literal))
            way = self.ways[number][at]
            start, end = (
                solver.value(self.start[number]),
                solver.value(self.end[number]),
            )
            found[number] = Place(start, end, way.mode, way.team)
        return found
