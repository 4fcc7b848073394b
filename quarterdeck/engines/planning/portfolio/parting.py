"""Which part each task is in: that of its people, or none where they are in several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..compiled import Compiled
from ..problem import Assignment, Task
from .grouping import Groups


class Parting:
    """Tasks by group for one round.

    ``group_of`` gives the group that has all of a task's people, ``free`` the tasks
    that may be moved by it, at most ``most`` of a group.
    """

    def __init__(
        self,
        compiled: Compiled,
        plan: Mapping[str, Assignment],
        groups: Groups,
        most: int,
        turn: int,
    ) -> None:
        self.compiled, self.plan, self.groups = compiled, plan, groups
        self.most, self.turn = most, turn
        self.group_of: dict[str, int] = {}
        for number in compiled.order or ():
            group = self._group(number)
            if group is not None:
                self.group_of[compiled.tasks[number].id] = group
        self.free = self._free()

    def task(self, name: str) -> Task:
        """Give a task by its id."""
        return self.compiled.tasks[self.compiled.task_number[name]]

    def lateness(self, name: str) -> int:
        """Give by how much a task is late in the plan, by its priority."""
        task, place = self.task(name), self.plan.get(name)
        if task.deadline is None or place is None:
            return 0
        return task.priority * max(0, place.end - task.deadline)

    def _group(self, number: int) -> int | None:
        task = self.compiled.tasks[number]
        stands = self.plan.get(task.id)
        if stands is not None and stands.people:
            team = [self.compiled.person_number[each] for each in stands.people]
            return self.groups.one_of(team)
        if not task.effort:
            return self._group_of_neighbor(number)
        return self._group_that_could(number)

    def _group_of_neighbor(self, number: int) -> int | None:
        """A milestone goes with what comes before it."""
        tasks = self.compiled.tasks
        before = (tasks[link.other].id for link in self.compiled.into[number])
        return next((self.group_of[t] for t in before if t in self.group_of), None)

    def _group_that_could(self, number: int) -> int | None:
        """Give a group for a task without a place; each round another one tries."""
        compiled = self.compiled
        locked = compiled.locked[number]
        if number in compiled.unplaceable:
            return None
        if locked is not None:
            return self.groups.one_of(locked)
        count: dict[int, int] = defaultdict(int)
        for person in compiled.members(compiled.union[number]):
            count[self.groups.of[person]] += 1
        ranked = sorted(count, key=lambda group: (-count[group], group))
        return ranked[self.turn % len(ranked)] if ranked else None

    def _free(self) -> dict[str, int]:
        """Give the tasks that may move, with their group."""
        free = dict(self.group_of)
        by_group: dict[int, list[str]] = defaultdict(list)
        for name, group in free.items():
            by_group[group].append(name)
        for names in by_group.values():
            for name in self._too_many(names):
                del free[name]
        while lost := self._bound_elsewhere(free):
            for name in lost:
                free.pop(name, None)
        self._leave_out(free)
        return free

    def _bound_elsewhere(self, free: Mapping[str, int]) -> set[str]:
        """Give tasks that begin or end with others outside of their part.

        Only of an end before a start can a moment in between be kept by both sides.
        """
        lost = set[str]()
        for link in self.compiled.problem.dependencies:
            if link.kind == "FS" or self.task(link.after).started:
                continue
            for name, other in (link.before, link.after), (link.after, link.before):
                group = free.get(name)
                if group is None or group == free.get(other):
                    continue
                if other in free or not self.stands_in(other, group):
                    lost.add(name)
        return lost

    def stands_in(self, name: str, group: int) -> bool:
        """Say whether a task that stays where it is takes people of a group."""
        place, number = self.plan.get(name), self.compiled.person_number
        people = () if place is None else place.people
        return any(self.groups.of[number[each]] == group for each in people)

    def _too_many(self, names: list[str]) -> list[str]:
        """Give what is outside of a window in time that moves on from round to round."""
        if len(names) <= self.most:
            return []
        last = self.compiled.horizon

        def start(name: str) -> tuple[int, str]:
            stands = self.plan.get(name)
            return (last if stands is None else stands.start), name

        names.sort(key=start)
        first = min(self.turn * self.most, len(names) - 1)
        return (names[first:] + names[:first])[self.most :]

    def _leave_out(self, free: dict[str, int]) -> None:
        """What has no place and waits for others without one is not tried apart."""
        for number in self.compiled.order or ():
            name = self.compiled.tasks[number].id
            if name in self.plan or name not in free:
                continue
            for link in self.compiled.into[number]:
                other = self.compiled.tasks[link.other].id
                if other not in self.plan and free.get(other) != free[name]:
                    del free[name]
                    break
