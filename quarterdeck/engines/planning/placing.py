"""Where the next task goes: the best person or team at their earliest."""

from __future__ import annotations

from .compiled import Compiled
from .matching import choose_team
from .objective import Objective
from .plan import Plan, Team
from .timelines import Timeline

Place = tuple[Team, int, int]


class Placing:
    """A plan in the making: what is placed, and who is free when."""

    def __init__(self, compiled: Compiled, objective: Objective) -> None:
        self.compiled = compiled
        self.objective = objective
        self.scarcity = self._how_scarce()
        price = objective.price
        # a slot's delay always costs something, else nobody would begin early
        self._slot = [
            max(1, price.makespan + price.priority_finish * task.priority)
            for task in compiled.tasks
        ]
        self.clear()

    def clear(self) -> None:
        """Begin again with an empty plan."""
        self.plan = Plan(len(self.compiled.tasks))
        self.lines = [Timeline(each) for each in self.compiled.calendars]
        self._load = [0] * len(self.lines)

    def _how_scarce(self) -> list[float]:
        """Weigh people by the work that only few can do (0 to 1)."""
        by_mask: dict[int, int] = {}
        for seats, effort in zip(
            self.compiled.seats, self.compiled.effort, strict=True
        ):
            for mask, count in seats:
                by_mask[mask] = by_mask.get(mask, 0) + effort * count
        weight = [0.0] * len(self.compiled.people)
        for mask, work in by_mask.items():
            people = self.compiled.members(mask)
            for person in people:
                weight[person] += work / len(people)
        top = max(weight, default=0.0) or 1.0
        return [each / top for each in weight]

    def take(self, number: int, team: Team, start: int, end: int) -> None:
        """Put a task into the plan and reserve its people."""
        self.plan.put(number, team, start, end)
        effort = self.compiled.slots(number, team)
        for person in team:
            self.lines[person].reserve(start, end)
            self._load[person] += effort

    def earliest(self, number: int) -> tuple[int, int, bool]:
        """Give the earliest start and end that links and release allow; False when
        a predecessor is left out."""
        task, plan = self.compiled.tasks[number], self.plan
        start, end = task.release, 0
        if task.started:
            return (0 if task.locked_start is not None else start), 0, True
        for other, from_end, to_end, lag in self.compiled.into[number]:
            if plan.start[other] < 0:
                return 0, 0, False
            moment = (plan.end[other] if from_end else plan.start[other]) + lag
            if to_end:
                end = max(end, moment)
            else:
                start = max(start, moment)
        return start, end, start <= self.compiled.horizon >= end

    def place(self, number: int, team: Team | None = None) -> None:
        """Place a task at its best; without room it is left out."""
        start, end, possible = self.earliest(number)
        if not possible:
            return
        team = self.compiled.locked[number] or team
        if self.compiled.effort[number] == 0:
            moment = max(start, end)
            self.take(number, (), moment, moment)
            return
        place = self.find(number, start, end, team)
        if place is not None:
            self.take(number, *place)

    def find(
        self, number: int, start: int, end: int, team: Team | None = None
    ) -> Place | None:
        """Find a place not before ``start`` and not ending before ``end``."""
        if team is not None:
            return self.first_for_team(number, team, start, end)
        if self.compiled.heads[number] == 1:
            return self._best_person(number, start, end)
        return self._best_team(number, start, end)

    def _best_person(self, number: int, start: int, end: int) -> Place | None:
        compiled, lines, scarcity = self.compiled, self.lines, self.scarcity
        effort, slot = compiled.effort[number], self._slot[number]
        late_from, late = self._late(number)
        wishes = self._wishes(number)
        best, score = None, 0.0
        differs = bool(compiled.own[number])
        for person in compiled.members(compiled.union[number]):
            if differs:
                effort = compiled.slots_of(number, person)
            line = lines[person]
            calendar = line.calendar
            low = calendar.before[start]
            if end:
                low = max(low, calendar.position_ending_at(end, effort))
            position = line.first_fit(low, effort)
            if position < 0:
                continue
            finish = calendar.slots[position + effort - 1] + 1
            points = slot * (
                finish + 0.001 * (position - low) + 1e-6 * scarcity[person]
            )
            if finish > late_from:
                points += late * (finish - late_from)
            if wishes:
                points += self._wish(number, person)
            if best is None or points < score:
                best, score = (person, position, finish), points
        if best is None:
            return None
        person, position, finish = best
        return (person,), lines[person].calendar.slots[position], finish

    def _late(self, number: int) -> tuple[int, int]:
        task = self.compiled.tasks[number]
        if task.deadline is None:
            return self.compiled.horizon, 0
        return task.deadline, self.objective.price.lateness * task.priority

    def _wishes(self, number: int) -> bool:
        price = self.objective.price
        return bool(
            price.cost
            or price.even_load
            or (price.growth and self.objective.grows[number])
            or (price.stability and number in self.objective.current)
        )

    def _wish(self, number: int, person: int) -> int:
        """Points by which a person is worse than another, time apart."""
        objective = self.objective
        price, effort = objective.price, self.compiled.slots_of(number, person)
        points = 0
        if price.cost:
            points += price.cost * objective.cents(person, effort)
        over = self._load[person] + effort - objective.fair[person]
        if over > 0:
            points += price.even_load * min(over, effort)
        if objective.grows[number] >> person & 1:
            points -= price.growth * min(effort, objective.limit[person])
        current = objective.current.get(number)
        if current is not None and person not in current[0]:
            points += price.stability
        return points

    def first_for_team(
        self, number: int, team: Team, start: int, end: int
    ) -> Place | None:
        """Find the first time in which a given team can do a task."""
        effort = self.compiled.slots(number, team)
        calendar = self.compiled.team_calendar(team)
        low = max(
            calendar.position_from(start), calendar.position_ending_at(end, effort)
        )
        if len(team) == 1:
            low = self.lines[team[0]].first_fit(low, effort)
            if low < 0:
                return None
            return team, calendar.slots[low], calendar.end_of(low, effort)
        while low + effort <= calendar.total:
            first, last = calendar.slots[low], calendar.end_of(low, effort)
            busy = self._busy_until(team, first, last)
            if busy is None:
                return team, first, last
            low = max(low + 1, calendar.position_from(busy))
        return None

    def _busy_until(self, team: Team, first: int, last: int) -> int | None:
        """Give a slot before which the team cannot begin, None when it is free."""
        for person in team:
            line = self.lines[person]
            before = line.calendar.before
            if not line.is_free(before[first], before[last]):
                position = line.first_fit(before[first], before[last] - before[first])
                return (
                    self.compiled.horizon
                    if position < 0
                    else line.calendar.slots[position]
                )
        return None

    def _best_team(self, number: int, start: int, end: int) -> Place | None:
        people = self._by_start(number, start)
        best: Place | None = None
        # those who are free first may hardly meet: try again without the last chosen
        for _ in range(4):
            team = choose_team(self.compiled.seats[number], people)
            if team is None:
                break
            place = self.first_for_team(number, team, start, end)
            if place is not None and (best is None or place[2] < best[2]):
                best = place
            people.remove(max(team, key=people.index))
        return best

    def _by_start(self, number: int, start: int) -> list[int]:
        """Sort those who may take part by when they could begin alone, and wishes."""
        compiled, slot = self.compiled, self._slot[number]
        least, wishes = compiled.effort[number], self._wishes(number)
        asked = []
        for person in compiled.members(compiled.union[number]):
            line = self.lines[person]
            effort = max(least, compiled.slots_of(number, person))
            position = line.first_fit(line.calendar.before[start], effort)
            if position >= 0:
                wish = self._wish(number, person) / slot if wishes else 0.0
                key = line.calendar.slots[position] + wish + effort - least
                asked.append((key, self.scarcity[person], person))
        return [person for *_, person in sorted(asked)]

    def teams_without(self, number: int, team: Team, start: int) -> list[Team]:
        """Give for each member of a team the best team without that person."""
        people = self._by_start(number, start)
        found = []
        for person in team:
            rest = [each for each in people if each != person]
            other = choose_team(self.compiled.seats[number], rest)
            if other is not None:
                found.append(other)
        return list(dict.fromkeys(found))

    def place_pinned(self, number: int) -> bool:
        """Place a started task or one with a locked start; False when it cannot be."""
        compiled, task = self.compiled, self.compiled.tasks[number]
        begin = task.release if task.locked_start is None else task.locked_start
        if compiled.effort[number] == 0:
            if begin <= compiled.horizon:
                self.take(number, (), begin, begin)
            return begin <= compiled.horizon
        team = compiled.locked[number]
        if team is None:
            free = [
                each
                for each in compiled.members(compiled.union[number])
                if self._begins_at(number, (each,), begin)
            ]
            free.sort(
                key=lambda each: (compiled.slots_of(number, each), self.scarcity[each])
            )
            team = choose_team(compiled.seats[number], free)
        if team is None or not (
            task.locked_start is None or self._begins_at(number, team, begin)
        ):
            return False
        place = self.first_for_team(number, team, begin, 0)
        if place is None or (
            task.locked_start is None
            and place[1] != _first_common(compiled, team, begin)
        ):
            return False
        self.take(number, *place)
        return True

    def _begins_at(self, number: int, team: Team, begin: int) -> bool:
        place = self.first_for_team(number, team, begin, 0)
        return place is not None and place[1] == begin


def _first_common(compiled: Compiled, team: Team, begin: int) -> int:
    calendar = compiled.team_calendar(team)
    position = calendar.position_from(begin)
    return calendar.slots[position] if position < calendar.total else -1
