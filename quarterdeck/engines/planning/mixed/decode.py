"""Serial schedule generation with people, calendars, modes and resources.

Each task is done in the mode and by the team with which it ends first; its people and
resources are free all along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..matching import Seats, choose_team
from ..problem import Problem, Task
from ..resources import Mode, Need
from ..without_people.tasks import Tasks

Flags = npt.NDArray[np.bool_]


class Place(NamedTuple):
    """Where and how a task is done."""

    start: int
    end: int
    mode: int
    team: tuple[int, ...]


def with_modes(problem: Problem) -> Problem:
    """Give every task modes, so that there is one case less."""
    return replace(problem, tasks=tuple(map(_with_modes, problem.tasks)))


def _with_modes(task: Task) -> Task:
    if task.modes:
        return task
    needs = task.needs or ((Need(),) if task.effort else ())
    if not task.needs and task.locked_people is not None:
        needs = (Need(count=len(task.locked_people)),)
    mode = Mode(effort=task.effort, effort_of=task.effort_of, needs=needs)
    return replace(task, modes=(mode,), effort=0, effort_of=(), needs=())


class Decoder:
    """Makes plans of one problem, all of whose tasks have modes."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.links = problem, Tasks(problem)
        horizon = self.horizon = problem.horizon
        self.works = np.zeros((len(problem.people), horizon), dtype=np.bool_)
        for number, person in enumerate(problem.people):
            for first, end in person.working:
                self.works[number, first:end] = True
        self.number = {each.id: n for n, each in enumerate(problem.people)}
        self.capacity = {
            each.id: _steps(each.capacity, horizon) for each in problem.resources
        }
        self.renewable = {each.id for each in problem.resources if each.renewable}
        self.seats = [
            [self._seats(task, mode) for mode in task.modes] for task in problem.tasks
        ]

    def _seats(self, task: Task, mode: Mode) -> Seats:
        allowed = task.candidates if task.candidates is not None else self.number.keys()
        found = []
        for need in mode.needs:
            mask = 0
            for who in allowed:
                held = dict(self.problem.people[self.number[who]].skills)
                if need.skill is None or held.get(need.skill, -1) >= need.level:
                    mask |= 1 << self.number[who]
            found.append((mask, need.count))
        return tuple(found)

    def decode(self, keys: Sequence[float]) -> list[Place | None]:
        """Place tasks, the smallest ready key first, those with a given start before."""
        self.busy = np.zeros_like(self.works)
        self.free = {name: each.copy() for name, each in self.capacity.items()}
        self.places: list[Place | None] = [None] * len(self.problem.tasks)
        fixed = [n for n, start in enumerate(self.links.fixed) if start >= 0]
        for number in fixed:
            self._put(number, 0, 0)
        waiting = [len(row) for row in self.links.into]
        ready = [(keys[n], n) for n, count in enumerate(waiting) if not count]
        heapify(ready)
        lost: set[int] = set()
        while ready:
            _, number = heappop(ready)
            if number not in fixed:
                gone = any(e.other in lost for e in self.links.into[number])
                if not gone:
                    self._put(number, *self._earliest(number))
            if self.places[number] is None:
                lost.add(number)
            for edge in self.links.out_of[number]:
                waiting[edge.other] -= 1
                if not waiting[edge.other]:
                    heappush(ready, (keys[edge.other], edge.other))
        return self.places

    def _earliest(self, number: int) -> tuple[int, int]:
        """Give the first start and the first end that release and links allow."""
        start, end = self.problem.tasks[number].release, 0
        for edge in self.links.into[number]:
            before = self.places[edge.other]
            assert before is not None
            moment = (before.end if edge.from_end else before.start) + edge.lag
            start = start if edge.to_end else max(start, moment)
            end = max(end, moment) if edge.to_end else end
        return start, end

    def _put(self, number: int, start: int, end: int) -> None:
        task = self.problem.tasks[number]
        found = []
        for mode, record in enumerate(task.modes):
            if task.locked_mode in (None, mode) and self._affordable(record):
                place = next(self._ways(number, mode, start, end), None)
                if place is not None:
                    found.append(place)
        if not found:
            return
        best = min(found, key=lambda place: (place.end, place.mode))
        self.places[number] = best
        self.busy[list(best.team), best.start : best.end] = True
        for name, amount in task.modes[best.mode].amounts:
            span = (
                slice(best.start, best.end) if name in self.renewable else slice(None)
            )
            self.free[name][span] -= amount

    def _affordable(self, mode: Mode) -> bool:
        return all(
            name in self.renewable or self.free[name][0] >= amount
            for name, amount in mode.amounts
        )

    def _ways(self, number: int, at: int, start: int, end: int) -> Iterator[Place]:
        """Give places for a task in one mode, the earliest first."""
        task = self.problem.tasks[number]
        mode, fixed = task.modes[at], self.links.fixed[number]
        fits = np.ones(self.horizon, dtype=np.bool_)
        for name, amount in mode.amounts:
            if name in self.renewable and mode.effort:
                fits &= self.free[name] >= amount
        if not mode.needs:
            yield from self._alone(at, mode.effort, fits, start, end, fixed)
            return
        seats = self.seats[number][at]
        locked = task.locked_people
        team = None if locked is None else tuple(sorted(self.number[w] for w in locked))
        able = [p for p in range(len(self.works)) if any(m >> p & 1 for m, _ in seats)]
        able = able if team is None else list(team)
        heads = sum(count for _, count in seats) if team is None else len(team)
        there = self.works[able] & ~self.busy[able]
        slots = np.flatnonzero((there.sum(0) >= heads) & fits)
        slots = slots[slots >= max(0, start)]
        if fixed >= 0:
            begun = task.started and task.locked_start is None
            slots = slots[slots >= fixed][:1] if begun else slots[slots == fixed]
        for slot in slots.tolist():
            here = [p for p, t in zip(able, there[:, slot], strict=True) if t]
            chosen = team or choose_team(seats, self._by_end(here, slot, mode))
            if not chosen:
                continue
            effort = self.effort(mode, chosen)
            place = self._together(chosen, at, effort, slot, fits)
            if place and place.end >= end:
                yield place

    def _alone(
        self, at: int, effort: int, fits: Flags, start: int, end: int, fixed: int
    ) -> Iterator[Place]:
        first = max(0, start, end - effort) if fixed < 0 else fixed
        last = self.horizon - effort if fixed < 0 else min(fixed, self.horizon - effort)
        closed = np.concatenate(([0], np.cumsum(~fits)))
        for slot in range(first, last + 1):
            if closed[slot + effort] == closed[slot]:
                yield Place(slot, slot + effort, at, ())
                return

    def effort(self, mode: Mode, team: Iterable[int]) -> int:
        """Give the slots that a team works in a mode."""
        return mode.effort_for(self.problem.people[each].id for each in team)

    def _by_end(self, people: list[int], slot: int, mode: Mode) -> list[int]:
        """Sort people by when each alone would be done."""
        efforts = np.array([self.effort(mode, (each,)) for each in people], np.int64)
        far = slot + 8 * int(efforts.max(initial=0)) + 80
        ahead = self.works[people, slot:far].cumsum(1)
        done = (ahead < efforts[:, None]).sum(1)
        return [people[each] for each in np.argsort(done, kind="stable")]

    def _together(
        self, team: tuple[int, ...], at: int, effort: int, slot: int, fits: Flags
    ) -> Place | None:
        """Give the place of a team that begins in a slot, if nothing is in the way."""
        rows = list(team)
        both = np.flatnonzero(self.works[rows, slot:].all(0))
        if len(both) < effort or both[0] != 0:
            return None
        end = slot + int(both[effort - 1]) + 1
        if self.busy[rows, slot:end].any() or not fits[slot:end].all():
            return None
        return Place(slot, end, at, tuple(sorted(team)))


def _steps(
    capacity: int | tuple[tuple[int, int], ...], horizon: int
) -> npt.NDArray[np.int64]:
    free = np.zeros(horizon, dtype=np.int64)
    for slot, amount in ((0, capacity),) if isinstance(capacity, int) else capacity:
        free[slot:] = amount
    return free
