"""The problem as numbers: tasks and people become 0, 1, 2 … in the caller's order.

Qualified people are bit sets made once per distinct (skill, level), and people with
the same working time share one calendar: nothing loops over tasks x people.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from .calendars import Calendar, together
from .matching import Seats, choose_team, members
from .problem import Need, Problem
from .result import Unplaced

Intervals = tuple[tuple[int, int], ...]
NOBODY: dict[int, int] = {}


class Link(NamedTuple):
    """A dependency seen from one end; ``other`` is the task at the other end."""

    other: int
    from_end: bool
    to_end: bool
    lag: int


class Compiled:
    """Arrays by task and person number; links into started tasks are left out."""

    def __init__(self, problem: Problem, like: Compiled | None = None) -> None:
        # variants of a problem (conflict search) take over calendars already made
        self.shared: dict[Intervals, Calendar] = like.shared if like else {}
        self.problem = problem
        self.horizon = problem.horizon
        self.tasks = problem.tasks
        self.people = problem.people
        self.person_number = {each.id: n for n, each in enumerate(problem.people)}
        self.task_number = {each.id: n for n, each in enumerate(problem.tasks)}
        self.effort = [task.effort for task in problem.tasks]
        self.own: list[dict[int, int]] = [NOBODY] * len(problem.tasks)
        self._compile_calendars()
        self._compile_links()
        self._compile_seats()
        self._compile_own()

    def _compile_calendars(self) -> None:
        self.calendars: list[Calendar] = []
        for person in self.people:
            if person.working not in self.shared:
                made = Calendar.of(person.working, self.horizon)
                self.shared[person.working] = made
            self.calendars.append(self.shared[person.working])
        self._teams: dict[tuple[int, ...], Calendar] = {}

    def _compile_links(self) -> None:
        self.into: list[list[Link]] = [[] for _ in self.tasks]
        self.out_of: list[list[Link]] = [[] for _ in self.tasks]
        for link in self.problem.dependencies:
            before, after = self.task_number[link.before], self.task_number[link.after]
            if self.tasks[after].started:
                continue
            ends = link.kind[0] == "F", link.kind[1] == "F"
            self.into[after].append(Link(before, *ends, link.lag))
            self.out_of[before].append(Link(after, *ends, link.lag))

    def _compile_seats(self) -> None:
        everybody = (1 << len(self.people)) - 1
        holders: dict[str, list[tuple[int, int]]] = {}
        for number, person in enumerate(self.people):
            for skill, level in person.skills:
                holders.setdefault(skill, []).append((level, 1 << number))
        qualified: dict[tuple[str | None, int], int] = {}

        def who(need: Need) -> int:
            key = (need.skill, need.level)
            if key not in qualified:
                held = holders.get(need.skill, []) if need.skill is not None else []
                fit = sum(bit for level, bit in held if level >= need.level)
                qualified[key] = everybody if need.skill is None else fit
            return qualified[key]

        self.seats: list[Seats] = []
        self.locked: list[tuple[int, ...] | None] = []
        for task in self.tasks:
            allowed = everybody
            if task.candidates is not None:
                allowed = sum(1 << self.person_number[each] for each in task.candidates)
            needs = task.needs or ((Need(),) if task.effort else ())
            self.seats.append(tuple((who(n) & allowed, n.count) for n in needs))
            locked = task.locked_people
            self.locked.append(
                None
                if locked is None
                else tuple(sorted(self.person_number[each] for each in locked))
            )

    def _compile_own(self) -> None:
        """``effort`` becomes the least that a task takes of those who may do it, ``own``
        what it takes of whom, where that is not the same for all."""
        for number, task in enumerate(self.tasks):
            if not task.effort_of:
                continue
            own = {self.person_number[who]: slots for who, slots in task.effort_of}
            people, locked = self.members(self.union[number]), self.locked[number]
            by_effort = sorted(people, key=lambda p: (own.get(p, task.effort), p))
            team = locked or choose_team(self.seats[number], by_effort)
            if team is not None:
                self.effort[number] = max(own.get(p, task.effort) for p in team)
            differs = {own.get(each, task.effort) for each in people}
            if locked is None and len(differs) > 1:
                self.own[number] = own

    def slots_of(self, number: int, person: int) -> int:
        """Give what a task takes of one person who does it alone."""
        own = self.own[number]
        return (
            own.get(person, self.tasks[number].effort) if own else self.effort[number]
        )

    def slots(self, number: int, team: tuple[int, ...]) -> int:
        """Give what a task takes of a team: as much as of the slowest of them."""
        if not self.own[number] or not team:
            return self.effort[number]
        return max(self.slots_of(number, person) for person in team)

    @cached_property
    def heads(self) -> list[int]:
        """Number of people by task."""
        return [
            sum(count for _, count in seats) if locked is None else len(locked)
            for seats, locked in zip(self.seats, self.locked, strict=True)
        ]

    @cached_property
    def union(self) -> list[int]:
        """Bit set of the people who may take part, by task."""
        found = []
        for seats, locked in zip(self.seats, self.locked, strict=True):
            mask = sum(1 << each for each in locked or ())
            if locked is None:
                for fit, _ in seats:
                    mask |= fit
            found.append(mask)
        return found

    def members(self, mask: int) -> tuple[int, ...]:
        """Give the people in a bit set; remembered, as few sets differ."""
        if mask not in self._members:
            self._members[mask] = members(mask)
        return self._members[mask]

    @cached_property
    def _members(self) -> dict[int, tuple[int, ...]]:
        return {}

    def team_calendar(self, team: tuple[int, ...]) -> Calendar:
        """Give the slots in which a whole team works."""
        if len(team) == 1:
            return self.calendars[team[0]]
        # the cache is bounded: a calendar over two years holds some 100 kB
        if team not in self._teams:
            if len(self._teams) > 500:
                self._teams.clear()
            self._teams[team] = together([self.calendars[each] for each in team])
        return self._teams[team]

    @cached_property
    def order(self) -> list[int] | None:
        """Task numbers, predecessors first; None when there is a cycle."""
        waiting = [len(links) for links in self.into]
        ready = [task for task, count in enumerate(waiting) if count == 0]
        for task in ready:
            for link in self.out_of[task]:
                waiting[link.other] -= 1
                if waiting[link.other] == 0:
                    ready.append(link.other)
        return ready if len(ready) == len(self.tasks) else None

    @cached_property
    def unplaceable(self) -> dict[int, Unplaced]:
        """Tasks that no plan can hold, by number."""
        found: dict[int, Unplaced] = {}
        for number in self.order or ():
            lost = [each.other for each in self.into[number] if each.other in found]
            if lost:
                names = tuple(dict.fromkeys(self.tasks[each].id for each in lost))
                found[number] = Unplaced(
                    task=self.tasks[number].id,
                    reason="predecessor_unplaced",
                    others=names,
                )
            elif reason := self._unstaffable(number):
                found[number] = reason
        return found

    @cached_property
    def misfits(self) -> list[int]:
        """Tasks whose locked people do not fill their needs or are no candidates."""
        found = []
        for number, team in enumerate(self.locked):
            task = self.tasks[number]
            if team is None or task.started:
                continue
            chosen = sum(1 << each for each in team)
            seats = self.seats[number]
            if not task.needs:
                fits = not chosen & ~seats[0][0]
            else:
                fits = choose_team(seats, team) == team
            if not fits:
                found.append(number)
        return found

    @cached_property
    def required(self) -> list[int]:
        """Tasks that a plan must hold: started, locked in time or with a hard date."""
        return [
            number
            for number, task in enumerate(self.tasks)
            if task.started
            or task.locked_start is not None
            or task.hard_deadline is not None
        ]

    def could_do(self, number: int, team: tuple[int, ...]) -> bool:
        """Say whether a team fills a task's seats, nobody too many."""
        if not team or len(team) != self.heads[number]:
            return False
        seats, locked = self.seats[number], self.locked[number]
        return team == locked if locked else choose_team(seats, team) == team

    def _unstaffable(self, number: int) -> Unplaced | None:
        task = self.tasks[number]
        if task.effort == 0:
            late = task.release > self.horizon
            return Unplaced(task=task.id, reason="beyond_horizon") if late else None
        locked = self.locked[number]
        if locked is not None:
            calendar = self.team_calendar(locked)
            begin = task.release if task.locked_start is None else task.locked_start
            if calendar.earliest_end(begin, 0, self.effort[number]) is None:
                return Unplaced(task=task.id, reason="no_common_time")
            return None
        return self._seat_fault(number, self.seats[number])

    def _seat_fault(self, number: int, seats: Seats) -> Unplaced | None:
        task = self.tasks[number]
        for need, (mask, count) in zip(task.needs or (Need(),), seats, strict=True):
            named = {"skill": need.skill, "level": need.level, "count": need.count}
            if mask.bit_count() < count:
                short = "nobody_qualified" if mask == 0 else "not_enough_people"
                return Unplaced(task=task.id, reason=short, **named)  # type: ignore[arg-type]
        everyone = self.members(_union(seats))
        if len(seats) > 1 and choose_team(seats, everyone) is None:
            return Unplaced(task=task.id, reason="not_enough_people")
        rested = (each for each in everyone if self._has_time(each, number))
        if choose_team(seats, rested) is None:
            return Unplaced(task=task.id, reason="no_common_time")
        return None

    def _has_time(self, person: int, number: int) -> bool:
        calendar, release = self.calendars[person], self.tasks[number].release
        effort = max(self.effort[number], self.slots_of(number, person))
        return calendar.total - calendar.position_from(release) >= effort


def _union(seats: Seats) -> int:
    mask = 0
    for fit, _ in seats:
        mask |= fit
    return mask
