"""Modes, links and dates of a problem without people, as plain lists by number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..problem import Problem, Task
from ..resources import Mode, Resource
from ..result import Unplaced


@dataclass(frozen=True, slots=True)
class Edge:
    """A dependency seen from one end."""

    other: int
    lag: int
    from_end: bool
    to_end: bool


class Tasks:
    """What the parts of the search share.

    ``modes[j]`` are the modes task j may take, ``numbers[j]`` their numbers in the
    problem. Modes that take more of a resource than there ever is are left out, and so
    are modes that are no better in any way than another (Sprecher and others 1997).
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.size = len(problem.tasks)
        self.number = {task.id: at for at, task in enumerate(problem.tasks)}
        self.renewable = [each for each in problem.resources if each.renewable]
        self.consumable = [each for each in problem.resources if not each.renewable]
        self.most = {each.id: _most(each) for each in problem.resources}
        self._choose_modes()
        self._link()

    def _choose_modes(self) -> None:
        self.modes: list[list[Mode]] = []
        self.numbers: list[list[int]] = []
        for task in self.problem.tasks:
            every = list(enumerate(task.modes or (_only_mode(task),)))
            if task.locked_mode is not None:
                every = [each for each in every if each[0] == task.locked_mode]
            fits = [each for each in every if self._fits(each[1])]
            longer = Mode(effort=self.problem.horizon + 1)
            kept = _undominated(fits) or [(every[0][0], longer)]
            self.numbers.append([number for number, _ in kept])
            self.modes.append([mode for _, mode in kept])

    def _fits(self, mode: Mode) -> bool:
        enough = all(amount <= self.most[name] for name, amount in mode.amounts)
        return enough and mode.least <= self.problem.horizon

    def _link(self) -> None:
        self.into: list[list[Edge]] = [[] for _ in range(self.size)]
        self.out_of: list[list[Edge]] = [[] for _ in range(self.size)]
        for link in self.problem.dependencies:
            before, after = self.number[link.before], self.number[link.after]
            if self.problem.tasks[after].started:
                continue
            ends = link.kind[0] == "F", link.kind[1] == "F"
            self.into[after].append(Edge(before, link.lag, *ends))
            self.out_of[before].append(Edge(after, link.lag, *ends))

    @cached_property
    def order(self) -> list[int]:
        """Task numbers, predecessors first; shorter than ``size`` with a cycle."""
        waiting = [len(links) for links in self.into]
        ready = [task for task in range(self.size) if not waiting[task]]
        for task in ready:
            for link in self.out_of[task]:
                waiting[link.other] -= 1
                if not waiting[link.other]:
                    ready.append(link.other)
        return ready

    @cached_property
    def shortest(self) -> list[int]:
        """The least effort of each task."""
        return [min(mode.least for mode in modes) for modes in self.modes]

    @cached_property
    def fixed(self) -> list[int]:
        """Starts that are given, -1 where they are free."""
        found = []
        for task in self.problem.tasks:
            begun = task.release if task.started else -1
            found.append(begun if task.locked_start is None else task.locked_start)
        return found

    @cached_property
    def unplaceable(self) -> dict[int, Unplaced]:
        """Tasks that no plan can hold, by number."""
        found: dict[int, Unplaced] = {}
        for number in self.order:
            name = self.problem.tasks[number].id
            lost = [each.other for each in self.into[number] if each.other in found]
            if lost:
                others = dict.fromkeys(self.problem.tasks[each].id for each in lost)
                found[number] = Unplaced(
                    task=name, reason="predecessor_unplaced", others=tuple(others)
                )
            elif not self._fits(self.modes[number][0]):
                every = self.problem.tasks[number].modes
                long = all(mode.effort > self.problem.horizon for mode in every)
                reason = "beyond_horizon" if long else "not_enough_resource"
                found[number] = Unplaced(task=name, reason=reason)  # type: ignore[arg-type]
        return found

    @cached_property
    def earliest(self) -> list[int]:
        """Proven earliest ends along the links (critical path), in slots."""
        starts, ends = [0] * self.size, [0] * self.size
        for task in self.order:
            begin = self.problem.tasks[task].release
            effort = self.shortest[task]
            for link in self.into[task]:
                moment = ends[link.other] if link.from_end else starts[link.other]
                moment += link.lag - (effort if link.to_end else 0)
                begin = max(begin, moment)
            if self.fixed[task] >= 0:
                begin = self.fixed[task]
            starts[task], ends[task] = begin, begin + effort
        return ends

    def latest_ends(self, end: int) -> list[int]:
        """Give ends by which hard dates and a common end can be kept along the links."""
        latest = [end] * self.size
        for task in reversed(self.order):
            record = self.problem.tasks[task]
            effort = self.shortest[task]
            last = end
            if record.hard_deadline is not None:
                last = min(last, record.hard_deadline)
            for link in self.out_of[task]:
                moment = self._latest_of(link, latest) - link.lag
                last = min(last, moment + (0 if link.from_end else effort))
            if self.fixed[task] >= 0:
                # it stands where it is and may yet take its slowest way
                longest = max(mode.most for mode in self.modes[task])
                last = min(last, self.fixed[task] + longest)
            latest[task] = last
        return latest

    def _latest_of(self, link: Edge, latest: list[int]) -> int:
        """Give the last start, or end, of the task at the other end of a link."""
        if link.to_end:
            return latest[link.other]
        if self.fixed[link.other] >= 0:
            return self.fixed[link.other]
        return latest[link.other] - self.shortest[link.other]

    @cached_property
    def makespan_bound(self) -> int:
        """No plan of all tasks ends earlier: critical path and energy, the larger."""
        path = max(self.earliest, default=0)
        return max([path, *map(self._energy, self.renewable)])

    def _energy(self, resource: Resource) -> int:
        """Give the first moment by which a resource can have done its work."""
        work = 0
        for modes in self.modes:
            work += min(m.least * dict(m.amounts).get(resource.id, 0) for m in modes)
        if isinstance(resource.capacity, int):
            return -(-work // resource.capacity) if resource.capacity else 0
        steps = [*resource.capacity, (self.problem.horizon, 0)]
        for (first, amount), (end, _) in pairwise(steps):
            if amount and work <= amount * (end - first):
                return first - (-work // amount)
            work -= amount * (end - first)
        return 0


def _most(resource: Resource) -> int:
    if isinstance(resource.capacity, int):
        return resource.capacity
    return max((amount for _, amount in resource.capacity), default=0)


def _undominated(modes: list[tuple[int, Mode]]) -> list[tuple[int, Mode]]:
    """Leave out modes that are neither quicker nor cheaper than another one."""
    kept: list[tuple[int, Mode]] = []
    for number, mode in sorted(modes, key=lambda each: each[1].least):
        takes = dict(mode.amounts)
        if not any(
            all(amount <= takes.get(name, 0) for name, amount in other.amounts)
            for _, other in kept
        ):
            kept.append((number, mode))
    return kept


def _only_mode(task: Task) -> Mode:
    return Mode(effort=task.effort, effort_of=task.effort_of)


def is_without_people(problem: Problem) -> bool:
    """Say whether tasks take resources, none takes people, and no links form a cycle."""
    tasks = problem.tasks
    if not any(task.modes for task in tasks) or any(map(_takes_people, tasks)):
        return False
    return len(Tasks(problem).order) == len(tasks)


def _takes_people(task: Task) -> bool:
    if task.modes:
        return any(mode.needs for mode in task.modes)
    return task.effort > 0


def is_mixed(problem: Problem) -> bool:
    """Say whether modes or resources and people come together, without a cycle."""
    tasks = problem.tasks
    if not any(task.modes for task in tasks) or not any(map(_takes_people, tasks)):
        return False
    return len(Tasks(problem).order) == len(tasks)
