"""A compiled problem as the arrays of the kernel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

import numpy as np

from .compiled import Compiled, Intervals
from .kernel import board as at
from .kernel.board import Bits, Board, Real, Whole
from .objective import Objective
from .placing import Placing

GAPS = 64


def whole(values: Iterable[int]) -> Whole:
    """Give whole numbers as an array."""
    return np.fromiter(values, dtype=np.int64)


def begins(lengths: Iterable[int]) -> Whole:
    """Give where rows of these lengths begin, and the end."""
    return np.concatenate([[0], np.cumsum(whole(lengths))]).astype(np.int64)


def flat(rows: Iterable[Iterable[int]]) -> Whole:
    """Give rows one after another."""
    return whole(chain.from_iterable(rows))


def packed(masks: Sequence[int], people: int) -> Bits:
    """Give bit sets as rows of bytes."""
    width = people // 8 + 1
    data = b"".join(mask.to_bytes(width, "little") for mask in masks)
    return np.frombuffer(data, dtype=np.uint8).reshape(len(masks), width)


def calendars_of(distinct: Sequence[Intervals], horizon: int) -> tuple[Whole, Whole]:
    """Give working time as intervals, with a table that tells where to begin looking."""
    step = horizon // at.BLOCKS + 1
    edges = np.arange(at.BLOCKS) * step
    table = np.zeros((len(distinct) + 1, at.TABLE + 2 * at.BLOCKS), dtype=np.int64)
    table[:, at.STEP] = step
    spans = [_spans(working) for working in distinct]
    first = 0
    for row, span in zip(table, spans, strict=False):
        total = span[-1, at.BEFORE]
        pace = total // at.BLOCKS + 1
        marks = np.arange(at.BLOCKS) * pace
        row[: at.TABLE] = total, first, step, pace
        by_slot = np.searchsorted(span[:, at.STOP], edges, side="right")
        by_work = np.searchsorted(span[:, at.BEFORE], marks, side="right") - 1
        row[at.TABLE : at.TABLE + at.BLOCKS] = first + by_slot
        row[at.TABLE + at.BLOCKS :] = first + by_work
        first += len(span)
    table[-1, at.FIRST] = first
    return table, np.concatenate([*spans, np.zeros((0, 3), np.int64)])


def _spans(working: Intervals) -> Whole:
    """Give begin, end and work before of each interval, and an empty one at the end."""
    pairs = np.array(working, dtype=np.int64).reshape(-1, 2)
    apart = np.ones(len(pairs) + 1, dtype=np.bool_)
    apart[1:-1] = pairs[1:, 0] > pairs[:-1, 1]
    span = np.full((int(apart[:-1].sum()) + 1, 3), at.NEVER, dtype=np.int64)
    span[:-1, at.BEGIN] = pairs[apart[:-1], 0]
    span[:-1, at.STOP] = pairs[apart[1:], 1]
    span[:, at.BEFORE] = begins(span[:-1, at.STOP] - span[:-1, at.BEGIN])
    return span


class _Maker:
    """Fills one board."""

    def __init__(self, placing: Placing, pinned: Collection[int]) -> None:
        self.compiled: Compiled = placing.compiled
        self.objective: Objective = placing.objective
        self.placing = placing
        self.pinned = set(pinned)
        self.tasks = len(self.compiled.tasks)
        self.people = len(self.compiled.people)
        self.team_first = begins(self.compiled.heads)
        self.task: Whole = np.zeros((self.tasks + 1, at.TASK_COLUMNS), dtype=np.int64)
        self.task[:, at.TEAM] = self.team_first

    def board(self) -> Board:
        working = [person.working for person in self.compiled.people]
        distinct = list(dict.fromkeys(working))
        calendar, span = calendars_of(distinct, self.compiled.horizon)
        number = {each: n for n, each in enumerate(distinct)}
        person, gap = self._persons(whole(number[each] for each in working))
        into, out = self._links()
        seat, mask, bits = self._seats()
        self._facts()
        self._pins(person)
        return Board(
            task=self.task,
            weight=self._weights(),
            person=person,
            taste=self._tastes(),
            team=self._teams(),
            into=into,
            out=out,
            seat=seat,
            now=self._now(),
            own=self._own(),
            mask=mask,
            bits=bits,
            calendar=calendar,
            span=span,
            pinned_gap=gap,
            gap=gap.copy(),
            tally=self._counts(),
            points=self._points(),
        )

    def _facts(self) -> None:
        compiled, task = self.compiled, self.task[:-1]
        tasks = compiled.tasks
        barred = {*self.pinned, *compiled.unplaceable}
        never = at.NEVER
        task[:, at.EFFORT] = compiled.effort
        task[:, at.HEADS] = compiled.heads
        task[:, at.RELEASE] = [
            0 if each.started and each.locked_start is not None else each.release
            for each in tasks
        ]
        hard = [-1 if t.hard_deadline is None else t.hard_deadline for t in tasks]
        task[:, at.HARD] = hard
        task[:, at.DUE] = [never if t.deadline is None else t.deadline for t in tasks]
        task[:, at.FREE] = [n not in barred for n in range(self.tasks)]
        task[:, at.LOCKED] = [team is not None for team in compiled.locked]
        task[:, at.ORDER] = compiled.order or ()

    def _pins(self, person: Whole) -> None:
        plan = self.placing.plan
        self.task[:, at.PIN_START] = self.task[:, at.PIN_END] = -1
        for number in self.pinned:
            self.task[number, at.PIN_START] = plan.start[number]
            self.task[number, at.PIN_END] = plan.end[number]
            effort = self.compiled.slots(number, plan.team[number])
            for each in plan.team[number]:
                person[each, at.PIN_LOAD] += effort
                if self.objective.grows[number] >> each & 1:
                    person[each, at.PIN_GROWN] += effort

    def _teams(self) -> Whole:
        """One row per head, and some more for scratch."""
        team: Whole = np.full((self.team_first[-1] + 1, 8), -1, dtype=np.int64)
        plan = self.placing.plan
        for number, locked in enumerate(self.compiled.locked):
            fixed = plan.team[number] if number in self.pinned else locked
            first = self.team_first[number]
            if fixed:
                team[first : first + len(fixed), at.FIXED] = fixed
        return team

    def _weights(self) -> Real:
        price, tasks = self.objective.price, self.compiled.tasks
        priority = np.array([task.priority for task in tasks], dtype=np.float64)
        dated = np.array([task.deadline is not None for task in tasks], dtype=np.bool_)
        finish = price.priority_finish * priority
        weight: Real = np.zeros((self.tasks, 4))
        weight[:, at.LATE] = price.lateness * priority * dated
        weight[:, at.SLOT] = np.maximum(1.0, price.makespan + finish)
        weight[:, at.FINISH] = finish
        return weight

    def _persons(self, calendar: Whole) -> tuple[Whole, Whole]:
        lines = self.placing.lines
        heads = int(self.team_first[-1])
        room = max((len(line.starts) for line in lines), default=0) + 8
        room += min(heads, GAPS + 4 * heads // max(1, self.people))
        gap = np.zeros((self.people, room, 2), dtype=np.int64)
        for number, line in enumerate(lines):
            gap[number, : len(line.starts), 0] = line.starts
            gap[number, : len(line.ends), 1] = line.ends
        person: Whole = np.zeros((self.people, at.PERSON_COLUMNS), dtype=np.int64)
        person[:, at.CALENDAR] = calendar
        person[:, at.FAIR] = self.objective.fair
        person[:, at.WISH_LIMIT] = self.objective.limit
        person[:, at.PIN_GAPS] = [len(line.starts) for line in lines]
        return person, gap

    def _tastes(self) -> Real:
        taste: Real = np.zeros((self.people + 1, 3))
        taste[:-1, at.RATE] = self.objective.cents_by_slot
        taste[:-1, at.TASTE] = self.placing.scarcity
        return taste

    def _links(self) -> tuple[Whole, Whole]:
        into, out_of = self.compiled.into, self.compiled.out_of
        self.task[:, at.INTO] = begins(map(len, into))
        self.task[:, at.OUT] = begins(map(len, out_of))
        links = [
            (link.other, link.from_end + 2 * link.to_end, link.lag)
            for row in into
            for link in row
        ]
        made: Whole = np.array(links, dtype=np.int64).reshape(-1, 3)
        return made, whole(link.other for row in out_of for link in row)

    def _seats(self) -> tuple[Whole, Whole, Bits]:
        """Sets of people are numbered; those who wish to practise come last."""
        compiled, numbers = self.compiled, dict[int, int]()

        def number(mask: int) -> int:
            return numbers.setdefault(mask, len(numbers))

        open_seats = [
            seats if locked is None else ()
            for seats, locked in zip(compiled.seats, compiled.locked, strict=True)
        ]
        self.task[:, at.SEATS] = begins(map(len, open_seats))
        seats = [(number(mask), count) for row in open_seats for mask, count in row]
        self.task[:-1, at.UNION] = [
            number(mask) if seats else -1
            for mask, seats in zip(compiled.union, open_seats, strict=True)
        ]
        self.task[:-1, at.WISHES] = [
            number(mask) if mask else -1 for mask in self.objective.grows
        ]
        bits = packed(list(numbers), self.people)
        return np.array(seats, dtype=np.int64).reshape(-1, 2), self._sets(bits), bits

    def _sets(self, bits: Bits) -> Whole:
        """Give the people in each set, those who are needed least first."""
        scarce = np.argsort(self.placing.scarcity, kind="stable")
        holders = [
            scarce[
                np.unpackbits(row, bitorder="little", count=self.people)[scarce] == 1
            ]
            for row in bits
        ]
        first = begins(map(len, holders)) + len(holders) + 1
        return np.concatenate([first, *holders]).astype(np.int64)

    def _now(self) -> Whole:
        current = self.objective.current
        teams = [
            sorted(current[n][0]) if n in current else () for n in range(self.tasks)
        ]
        self.task[:, at.NOW] = begins(map(len, teams))
        self.task[:-1, at.NOW_START] = at.NOWHERE
        for number, (_, start) in current.items():
            self.task[number, at.NOW_START] = max(start, -at.NEVER // 2)
        return flat(teams)

    def _own(self) -> Whole:
        """Rows of a person and what a task takes of them, by person."""
        own = self.compiled.own
        self.task[:, at.OWN] = begins(map(len, own))
        self.task[:-1, at.USUAL] = [task.effort for task in self.compiled.tasks]
        pairs = [pair for row in own for pair in sorted(row.items())]
        return np.array(pairs, dtype=np.int64).reshape(-1, 2)

    def _counts(self) -> Whole:
        price, count = self.objective.price, np.zeros(at.COUNTS, dtype=np.int64)
        count[at.HORIZON] = self.compiled.horizon
        count[at.PEOPLE] = self.people
        count[at.DAY] = self.objective.day
        count[at.WISHING] = bool(
            price.cost
            or price.even_load
            or (price.growth and any(self.objective.grows))
            or (price.stability and self.objective.current)
        )
        count[at.SEED] = count[at.SEED_TOO] = 1
        return count

    def _points(self) -> Real:
        price, points = self.objective.price, np.zeros(at.POINTS_SIZE)
        points[at.MAKESPAN], points[at.COST] = price.makespan, price.cost
        points[at.EVEN], points[at.GROWTH] = price.even_load, price.growth
        points[at.STAY], points[at.LEFT_OUT] = price.stability, price.unplaced
        return points


def board_of(placing: Placing, pinned: Collection[int]) -> Board:
    """Give the board of a problem; ``placing`` holds what is pinned, nothing else."""
    return _Maker(placing, pinned).board()
