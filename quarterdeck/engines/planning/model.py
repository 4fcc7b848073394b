"""The exact model of a small problem for CP-SAT.

Variables live on the short axis (``axis.py``). A task's *mode* says whose calendar
pauses it: the distinct calendars among its people. In a mode the time from start to
end is the effort plus the breaks in between, which follow from order literals
"start >= v" and "end >= v" that all modes and the objective share. People are
optional intervals that must not overlap (Laborie et al. 2018 for the pattern).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, combinations, islice
from typing import Any

from .axis import Axis, Break
from .calendars import together
from .compiled import Compiled
from .model_effort import Work, add_effort
from .plan import Plan

MOST_MODES = 30
MOST_LITERALS = 250_000

# ortools is imported where it is used and has no usable types
Var = Any


class TooLarge(Exception):
    """The model is larger than is worth trying, or than there is time for."""


class TaskVariables:
    """What the model decides about one task; ``people`` maps person to literal,
    ``work`` to the slots they may work on it, with the literals that say which."""

    def __init__(self) -> None:
        self.start: Var = None
        self.end: Var = None
        self.interval: Var = None
        self.people: dict[int, Var] = {}
        self.modes: list[tuple[frozenset[int], Var]] = []
        self.size: Var = None
        self.effort: Var = 0
        self.efforts: dict[int, Var] = {}
        self.work: dict[int, Work] = {}


class Model:
    """Variables and hard rules; ``complete`` is False when teams were cut off.

    Parameters
    ----------
    compiled, tasks
        The problem and the numbers of the tasks to model; predecessors must be among
        them.
    limit
        No task may end after this slot.
    earliest
        Proven earliest ends by task number.
    like
        A plan whose teams must be possible, where not all can be modelled.
    should_stop
        Asked while the model is made.

    Raises
    ------
    TooLarge
        There would be too many literals, or it was stopped.
    """

    def __init__(
        self,
        compiled: Compiled,
        tasks: Sequence[int],
        limit: int,
        earliest: Sequence[int],
        like: Plan | None = None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        from ortools.sat.python import cp_model

        self.cp = cp_model.CpModel()
        self.compiled = compiled
        self.tasks = list(tasks)
        self.earliest, self.like = earliest, like
        self.complete = True
        self.unit = 1
        everyone = 0
        for number in self.tasks:
            everyone |= compiled.union[number]
        self.axis = Axis(compiled, everyone, limit)
        self.of: dict[int, TaskVariables] = {}
        self.orders: dict[tuple[int, int], Var] = {}
        self.moments: dict[tuple[int, bool], Var] = {}
        self._breaks: dict[int, tuple[Break, ...]] = {}
        self._busy: dict[int, list[Var]] = {}
        for number in self.tasks:
            if should_stop():
                raise TooLarge
            self._add_task(number)
        for intervals in self._busy.values():
            self.cp.add_no_overlap(intervals)
        for number in self.tasks:
            self._add_links(number)

    def _add_task(self, number: int) -> None:
        task, effort = self.compiled.tasks[number], self.compiled.effort[number]
        found = self.of[number] = TaskVariables()
        limit = self.axis.limit
        due = limit if task.hard_deadline is None else min(limit, task.hard_deadline)
        if effort == 0:
            found.start = found.end = self.cp.new_int_var(0, limit, "")
            self.cp.add(found.start >= task.release)
            self.cp.add(found.start <= due)
            if task.locked_start is not None:
                self.cp.add(found.start == task.locked_start)
            return
        length = self.axis.length
        low = 0 if task.started else self.axis.point_from(task.release)
        last = self.axis.point_from(due)
        early = self.axis.point_from(min(self.earliest[number], limit))
        if last < max(early, low + effort):
            self.cp.add_bool_or([])
            last = length
        found.start = self.cp.new_int_var(min(low, length), length, "")
        found.end = self.cp.new_int_var(min(early, length), max(last, early), "")
        self._pin(number)
        self._add_people(number)
        add_effort(self, number)
        self._add_modes(number)

    def _pin(self, number: int) -> None:
        """Fix the start of locked and started tasks."""
        task, start = self.compiled.tasks[number], self.of[number].start
        begin = task.locked_start
        if begin is None and task.started:
            calendar = self.compiled.team_calendar(self.compiled.locked[number] or ())
            position = calendar.position_from(task.release)
            begin = calendar.slots[position] if position < calendar.total else -1
        if begin is None:
            return
        point = self.axis.point_from(begin)
        there = begin >= 0 and point < self.axis.length
        if there and self.axis.slot_of(point) == begin:
            self.cp.add(start == point)
        else:
            self.cp.add_bool_or([])
        if not task.started and begin < task.release:
            self.cp.add_bool_or([])

    def _add_people(self, number: int) -> None:
        compiled, found = self.compiled, self.of[number]
        locked = compiled.locked[number]
        if locked is not None:
            found.people = {person: self.cp.new_constant(1) for person in locked}
            return
        seats = compiled.seats[number]
        for person in compiled.members(compiled.union[number]):
            found.people[person] = self.cp.new_bool_var("")
        if len(seats) == 1:
            self.cp.add(sum(found.people.values()) == seats[0][1])
            return
        sitting: dict[int, list[Var]] = {person: [] for person in found.people}
        for mask, count in seats:
            taken = []
            for person in compiled.members(mask):
                literal = self.cp.new_bool_var("")
                sitting[person].append(literal)
                taken.append(literal)
            self.cp.add(sum(taken) == count)
        for person, literals in sitting.items():
            self.cp.add(sum(literals) == found.people[person])

    def _classes(self, number: int) -> dict[tuple[Break, ...], list[int]]:
        """Group the people of a task by their breaks on the axis."""
        found: dict[tuple[Break, ...], list[int]] = {}
        for person in self.of[number].people:
            calendar = self.compiled.calendars[person]
            if id(calendar) not in self._breaks:
                self._breaks[id(calendar)] = self.axis.breaks(calendar)
            found.setdefault(self._breaks[id(calendar)], []).append(person)
        return found

    def _add_modes(self, number: int) -> None:
        found = self.of[number]
        groups = list(self._classes(number).items())
        modes = self._modes(number, [set(people) for _, people in groups])
        chosen_mode = [self.cp.new_bool_var("") for _ in modes]
        self.cp.add_exactly_one(chosen_mode)
        for group, (_, people) in enumerate(groups):
            having = [
                m for m, mode in zip(chosen_mode, modes, strict=True) if group in mode
            ]
            for person in people:
                self.cp.add_bool_or([*having, ~found.people[person]])
            literals = [found.people[person] for person in people]
            for literal in having if len(groups) > 1 else ():
                self.cp.add_bool_or([*literals, ~literal])
        pauses = [self._pauses(groups, mode) for mode in modes]
        found.modes = [
            (frozenset(person for group in mode for person in groups[group][1]), m)
            for m, mode in zip(chosen_mode, modes, strict=True)
        ]
        for literal, mode_breaks in zip(chosen_mode, pauses, strict=True):
            self._add_duration(number, literal, mode_breaks)
        steady = not any(pauses) and not self.compiled.own[number]
        self._add_intervals(number, steady=steady)

    def _modes(self, number: int, groups: list[set[int]]) -> list[tuple[int, ...]]:
        """Give which groups of people with the same breaks may work together."""
        heads, every = self.compiled.heads[number], range(len(groups))
        if self.compiled.locked[number] is not None:
            return [tuple(every)]
        if heads == 1:
            return [(group,) for group in every]
        sizes = range(1, min(heads, len(groups)) + 1)
        sets = chain.from_iterable(combinations(every, size) for size in sizes)
        modes = list(islice(sets, MOST_MODES + 1))
        if len(modes) <= MOST_MODES:
            return modes
        self.complete = False
        team = set(self.like.team[number]) if self.like is not None else set()
        known = tuple(n for n, people in enumerate(groups) if people & team)
        return list(dict.fromkeys([*([known] if known else []), *modes[:-1]]))

    def _pauses(
        self, groups: list[tuple[tuple[Break, ...], list[int]]], mode: tuple[int, ...]
    ) -> tuple[Break, ...]:
        if len(mode) == 1:
            return groups[mode[0]][0]
        calendars = [self.compiled.calendars[groups[g][1][0]] for g in mode]
        return self.axis.breaks(together(calendars))

    def _add_duration(self, number: int, mode: Var, breaks: Sequence[Break]) -> None:
        found, effort = self.of[number], self.of[number].effort
        paused = []
        for first, end in breaks:
            begun = self.at_least(found.start, end)
            ended = self.at_least(found.end, end + 1)
            self.cp.add_bool_or([~mode, begun, ~self.at_least(found.start, first)])
            self.cp.add_bool_or([~mode, ended, ~self.at_least(found.end, first + 1)])
            paused.append((end - first) * (ended - begun))
        self.cp.add(found.end == found.start + effort + sum(paused)).only_enforce_if(
            mode
        )

    def _add_intervals(self, number: int, *, steady: bool) -> None:
        found, effort = self.of[number], self.compiled.effort[number]
        size: Var = effort
        if not steady:
            size = self.cp.new_int_var(effort, self.axis.length, "")
            self.cp.add(size == found.end - found.start)
        found.size = None if steady else size
        found.interval = self.cp.new_interval_var(found.start, size, found.end, "")
        for person, literal in found.people.items():
            optional = self.cp.new_optional_interval_var(
                found.start, size, found.end, literal, ""
            )
            self._busy.setdefault(person, []).append(optional)

    def at_least(self, variable: Var, value: int) -> Var:
        """Give the literal that is true exactly when ``variable >= value``."""
        key = (variable.index, value)
        if key not in self.orders:
            if len(self.orders) > MOST_LITERALS:
                raise TooLarge
            literal = self.cp.new_bool_var("")
            self.cp.add(variable >= value).only_enforce_if(literal)
            self.cp.add(variable < value).only_enforce_if(~literal)
            self.orders[key] = literal
        return self.orders[key]

    def moment(self, number: int, *, end: bool) -> Var:
        """Give a task's start or end in slots."""
        if self.compiled.effort[number] == 0:
            return self.of[number].start
        key = (number, end)
        if key not in self.moments:
            point = self.of[number].end if end else self.of[number].start
            skipped = sum(
                length * self.at_least(point, at + end)
                for at, length in self.axis.jumps
            )
            moment = self.cp.new_int_var(0, self.axis.limit, "")
            self.cp.add(moment == point + skipped)
            self.moments[key] = moment
        return self.moments[key]

    def _add_links(self, number: int) -> None:
        after = self.of[number]
        for link in self.compiled.into[number]:
            before = self.of[link.other]
            works = self.compiled.effort[number] and self.compiled.effort[link.other]
            if works and link.lag == 0 and (link.from_end or not link.to_end):
                first = before.end if link.from_end else before.start
                self.cp.add((after.end if link.to_end else after.start) >= first)
                continue
            earliest = self.moment(link.other, end=link.from_end) + link.lag
            self.cp.add(self.moment(number, end=link.to_end) >= earliest)
