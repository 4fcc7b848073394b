"""A finished plan as a board: one task is taken off and tried in other places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from .compiled import Compiled, Link
from .flat import chosen_mode, flat, in_mode
from .objective import Objective
from .placing import Placing
from .plan import plan_of
from .pricing import Place, Prices
from .problem import Assignment, Problem
from .resources import Mode
from .rooms import Rooms

Team = tuple[int, ...]


class Standing:
    """Who is free when, what is left of resources, and what a change costs."""

    def __init__(
        self,
        problem: Problem,
        assignments: Sequence[Assignment],
        like: Compiled | None = None,
    ) -> None:
        self.problem = problem
        self.given = {each.task: each for each in assignments}
        self.compiled = Compiled(flat(problem, self.given), like)
        self.objective = Objective(self.compiled)
        self.plan = plan_of(self.compiled, assignments)
        self.prices = Prices(self.objective, self.plan)
        self.placing = Placing(self.compiled, self.objective)
        self.rooms = Rooms(problem)
        self.modes = [chosen_mode(task, self.given) for task in problem.tasks]
        for number, start in enumerate(self.plan.start):
            if start >= 0:
                place = self.place(number)
                self.placing.take(number, *place)
                self.rooms.take(self.modes[number], place[1], place[2])

    def in_mode(self, number: int, mode: int) -> Standing:
        """Give the board on which one task is to be done in another way.

        The task stands on it for the time of the old way, to be taken off at once.
        """
        task = self.problem.tasks[number]
        twin = object.__new__(Standing)
        twin.problem, twin.given, twin.plan = self.problem, self.given, self.plan
        tasks = list(self.compiled.tasks)
        tasks[number] = in_mode(task, task.modes[mode])
        made = replace(self.compiled.problem, tasks=tuple(tasks))
        twin.compiled = Compiled(made, self.compiled)
        twin.objective = Objective(twin.compiled)
        twin.prices = self.prices
        twin.placing = self.placing
        twin.rooms, twin.modes = self.rooms, [*self.modes]
        twin.modes[number] = task.modes[mode]
        twin.placing = Placing(twin.compiled, twin.objective)
        twin.placing.plan, twin.placing.lines = self.placing.plan, self.placing.lines
        return twin

    def place(self, number: int) -> Place:
        """Give where a task stands."""
        plan = self.plan
        return plan.team[number], plan.start[number], plan.end[number]

    def take_off(self, numbers: Collection[int]) -> None:
        """Free the people and resources of some tasks."""
        for number in numbers:
            team, start, end = self.place(number)
            for person in team:
                self.placing.lines[person].release(start, end)
            self.rooms.take(self.modes[number], start, end, -1)

    def put_back(self, numbers: Collection[int]) -> None:
        """Take their people and resources again."""
        for number in numbers:
            team, start, end = self.place(number)
            for person in team:
                self.placing.lines[person].reserve(start, end)
            self.rooms.take(self.modes[number], start, end)

    def length(self, number: int) -> int:
        """Give how long a task runs that takes nobody."""
        mode = self.modes[number]
        return mode.effort if mode is not None and not mode.needs else 0

    def earliest(
        self, number: int, without: Collection[Link] = (), *, release: bool = True
    ) -> tuple[int, int]:
        """Give the earliest start and end by release and links, some left out."""
        task, plan = self.compiled.tasks[number], self.plan
        start, end = task.release if release else 0, 0
        for link in self.compiled.into[number]:
            if link in without or plan.start[link.other] < 0:
                continue
            moment = self.moment(link)
            if link.to_end:
                end = max(end, moment)
            else:
                start = max(start, moment)
        return start, end

    def moment(self, link: Link) -> int:
        """Give when a link lets its task begin or end."""
        moments = self.plan.end if link.from_end else self.plan.start
        return moments[link.other] + link.lag

    def alone(self, number: int, team: Team, start: int, end: int) -> int | None:
        """Give when a team could begin if nothing else were planned."""
        if not team:
            return max(0, start, end - self.length(number))
        effort = self.compiled.slots(number, team)
        calendar = self.compiled.team_calendar(team)
        position = max(
            calendar.position_from(start), calendar.position_ending_at(end, effort)
        )
        if position + effort > calendar.total:
            return None
        return calendar.slots[position]

    def first(self, number: int, team: Team, start: int, end: int) -> Place | None:
        """Give the first place for a team, with all others where they are."""
        mode, horizon = self.modes[number], self.compiled.horizon
        while start <= horizon:
            place: Place | None
            if team:
                place = self.placing.first_for_team(number, team, start, end)
            else:
                begin = max(0, start, end - self.length(number))
                place = (), begin, begin + self.length(number)
            if place is None or place[2] > horizon:
                return None
            clash = self.rooms.clash(mode, place[1], place[2])
            if clash is None:
                return place
            start = max(clash, place[1] + 1)
        return None

    def pushed(self, number: int, place: Place) -> tuple[int, ...]:
        """Give followers that a place would hold up."""
        plan, found = self.plan, []
        for link in self.compiled.out_of[number]:
            moment = (place[2] if link.from_end else place[1]) + link.lag
            stands = plan.end[link.other] if link.to_end else plan.start[link.other]
            if plan.start[link.other] >= 0 and stands < moment:
                found.append(link.other)
        return tuple(dict.fromkeys(found))

    def points(self, number: int, other: Place) -> int:
        """Give what moving a task costs, in millionths of a point."""
        change = self.prices.change(number, self.place(number), other)
        return self.objective.points(change)

    def names(self, people: Collection[int]) -> tuple[str, ...]:
        """Give the ids of people."""
        return tuple(self.compiled.people[each].id for each in people)

    def ids(self, numbers: Collection[int]) -> tuple[str, ...]:
        """Give the ids of tasks."""
        return tuple(self.compiled.tasks[each].id for each in numbers)

    def mode_of(self, number: int) -> Mode | None:
        """Give the way a task is done."""
        return self.modes[number]
