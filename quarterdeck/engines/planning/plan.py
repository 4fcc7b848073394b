"""A plan as lists by task number, as the solver's parts hand it on."""

from __future__ import annotations

from collections.abc import Iterable

from .compiled import Compiled
from .problem import Assignment

Team = tuple[int, ...]


class Plan:
    """``start[j] < 0`` means that task j is left out; teams are ascending."""

    __slots__ = ("end", "start", "team")

    def __init__(self, size: int) -> None:
        self.start = [-1] * size
        self.end = [-1] * size
        self.team: list[Team] = [()] * size

    def copy(self) -> Plan:
        """Give a plan that can be changed on its own."""
        twin = Plan(0)
        twin.start, twin.end = self.start[:], self.end[:]
        twin.team = self.team[:]
        return twin

    def put(self, task: int, team: Team, start: int, end: int) -> None:
        """Write down one assignment."""
        self.team[task], self.start[task], self.end[task] = team, start, end

    def assignments(self, compiled: Compiled) -> tuple[Assignment, ...]:
        """Give the public records, sorted by start and task id."""
        found = [
            Assignment(
                task=task.id,
                people=tuple(compiled.people[each].id for each in self.team[number]),
                start=self.start[number],
                end=self.end[number],
            )
            for number, task in enumerate(compiled.tasks)
            if self.start[number] >= 0
        ]
        return tuple(sorted(found, key=lambda each: (each.start, each.task)))


def plan_of(compiled: Compiled, assignments: Iterable[Assignment]) -> Plan:
    """Read public records, which may be incomplete; strangers are left out."""
    plan = Plan(len(compiled.tasks))
    for each in assignments:
        number = compiled.task_number.get(each.task)
        if number is not None:
            known = [
                compiled.person_number[who]
                for who in each.people
                if who in compiled.person_number
            ]
            plan.put(number, tuple(sorted(set(known))), each.start, each.end)
    return plan
