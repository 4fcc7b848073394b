"""The state of one search: the best plan so far, the bound, and whether to stop."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from ..compiled import Compiled
from ..objective import SCALE, Amounts, Objective
from ..problem import Assignment, Problem
from ..result import Progress
from ..stop import Stop, deterministic_count, seconds_allowed
from .arrays import given_of
from .tasks import Tasks

Places = tuple[list[int], list[int]]  # starts (-1: left out) and places among modes


class Search:
    """What the parts of one solve share.

    Points are millionths; a plan's ``value`` is (tasks left out, points).
    """

    def __init__(
        self,
        problem: Problem,
        stop: Stop,
        seed: int,
        workers: int,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self.problem, self.seed, self.workers = problem, seed, workers
        self.tasks = Tasks(problem)
        self.objective = Objective(Compiled(problem))
        self.current = {
            number: place[1] for number, place in self.objective.current.items()
        }
        price = self.objective.price
        moves = self.current if price.stability else {}
        self.given = given_of(self.tasks, price, moves, self.objective.day)
        self.steps_allowed = deterministic_count(stop)
        self.seconds = seconds_allowed(stop)
        self._stop, self._on_progress = stop, on_progress
        self.phase, self.iterations = "compile", 0
        self.best: Places | None = None
        self.impossible = False  # proven: not all tasks can be placed
        self.value: tuple[int, int] | None = None
        self.bound = self._simple_bound()
        self.given.price[3] = self.kernel_value(self.bound)

    @property
    def simple(self) -> bool:
        """Say whether the finish alone counts."""
        return bool(self.given.price[2])

    def kernel_value(self, points: int) -> float:
        """Give points in the kernel's measure."""
        if not self.simple:
            return float(points - self.constant)
        price = self.objective.price.makespan
        return points / price if price else 0.0

    @cached_property
    def constant(self) -> int:
        """Points that every plan has: people's wishes to grow are not met here."""
        amounts = Amounts(0, 0, 0, 0, 0, sum(self.objective.limit), 0, 0)
        changes = [len(place[0]) for place in self.objective.current.values()]
        return self.objective.points(amounts._replace(stability=sum(changes)))

    def _simple_bound(self) -> int:
        tasks = self.problem.tasks
        ends = self.tasks.earliest
        pairs = list(zip(tasks, ends, strict=True))
        amounts = Amounts(
            lateness=sum(
                task.priority * max(0, end - task.deadline)
                for task, end in pairs
                if task.deadline is not None
            ),
            priority_finish=sum(task.priority * end for task, end in pairs),
            makespan=self.tasks.makespan_bound,
            cost=0,
            even_load=0,
            growth=0,
            stability=0,
            unplaced=0,
        )
        return self.objective.points(amounts) + self.constant

    def amounts(self, places: Places) -> Amounts:
        """Measure a plan; a task left out counts as ending at the horizon."""
        late = finish = makespan = changes = lost = 0
        for number, task in enumerate(self.problem.tasks):
            start = places[0][number]
            end = start + self.tasks.modes[number][places[1][number]].effort
            if start < 0:
                lost, end = lost + 1, self.problem.horizon
            makespan = max(makespan, end)
            finish += task.priority * end
            if task.deadline is not None:
                late += task.priority * max(0, end - task.deadline)
            if number in self.objective.current:
                people, begin = self.objective.current[number]
                moved = start < 0 or abs(start - begin) > self.objective.day
                changes += len(people) + moved
        missed = sum(self.objective.limit)
        return Amounts(late, finish, makespan, 0, 0, missed, changes, lost)

    def offer(self, places: Places) -> bool:
        """Keep a sound plan if it is better; say whether it was."""
        amounts = self.amounts(places)
        value = amounts.unplaced, self.objective.points(amounts)
        if self.value is not None and value >= self.value:
            return False
        self.best, self.value = places, value
        self.tell()
        return True

    def raise_bound(self, points: int) -> None:
        """Take a bound proven elsewhere if it is higher."""
        if points > self.bound:
            self.bound = points
            self.given.price[3] = self.kernel_value(points)
            self.tell()

    def is_optimal(self) -> bool:
        """Say whether the best plan meets the bound."""
        return self.value is not None and self.value <= (0, self.bound)

    def should_stop(self) -> bool:
        """Ask the rule, and stop by itself when nothing better can exist."""
        return self.is_optimal() or self._stop(self.progress())

    def is_over(self) -> bool:
        """Ask the rule alone."""
        return self._stop(self.progress())

    def enter(self, phase: str) -> None:
        """Begin a phase and tell of it."""
        self.phase = phase
        self.tell()

    def tell(self) -> None:
        """Tell the listener, if there is one."""
        if self._on_progress is not None:
            self._on_progress(self.progress())

    def progress(self) -> Progress:
        """Give the state in public words."""
        return Progress(
            phase=self.phase,
            objective=None if self.value is None else self.value[1] / SCALE,
            bound=self.bound / SCALE,
            iterations=self.iterations,
        )

    def assignments(self) -> tuple[Assignment, ...]:
        """Give the best plan in public records, sorted by start and task id."""
        starts, modes = self.best or ([], [])
        found = [
            Assignment(
                task=task.id,
                people=(),
                start=starts[number],
                end=starts[number] + self.tasks.modes[number][modes[number]].effort,
                mode=self.tasks.numbers[number][modes[number]],
            )
            for number, task in enumerate(self.problem.tasks)
            if self.best is not None and starts[number] >= 0
        ]
        return tuple(sorted(found, key=lambda each: (each.start, each.task)))
