"""The exact model for CP-SAT: intervals under cumulative resources."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ..resources import Mode, Resource
from .search import Places, Search

# ortools is imported where it is used and has no usable types
Var = Any


class Model:
    """Variables and rules; no plan may end after ``end``.

    ``start`` and ``ends`` are expressions by task, ``chosen`` literals by task and
    place among its modes (one constant where there is one mode).
    """

    def __init__(self, search: Search, end: int) -> None:
        from ortools.sat.python import cp_model

        self.cp = cp_model.CpModel()
        self.search, self.end = search, end
        tasks = search.tasks
        self.latest = tasks.latest_ends(end)
        self.start: list[Var] = []
        self.ends: list[Var] = []
        self.chosen: list[list[Var]] = []
        self._uses: dict[str, list[tuple[Var, int]]] = {}
        self._spent: dict[str, list[tuple[Var, int]]] = {}
        for number in range(tasks.size):
            self._add_task(number)
        for number in range(tasks.size):
            self._add_links(number)
        for resource in tasks.renewable:
            self._add_renewable(resource)
        for resource in tasks.consumable:
            spent = self._spent.get(resource.id, [])
            self.cp.add(sum(a * x for x, a in spent) <= tasks.most[resource.id])
        self._add_objective()

    def _add_task(self, number: int) -> None:
        tasks, cp = self.search.tasks, self.cp
        modes, shortest = tasks.modes[number], tasks.shortest[number]
        first = tasks.earliest[number] - shortest
        last = max(first, self.latest[number] - shortest)
        start = cp.new_int_var(first, last, "")
        if tasks.fixed[number] >= 0:
            cp.add(start == tasks.fixed[number])
        chosen = [cp.new_constant(1)]
        if len(modes) > 1:
            chosen = [cp.new_bool_var("") for _ in modes]
            cp.add_exactly_one(chosen)
        self.start.append(start)
        self.chosen.append(chosen)
        long: Var = modes[0].effort
        if len(modes) > 1:
            long = sum(m.effort * x for m, x in zip(modes, chosen, strict=True))
        self.ends.append(start + long)
        cp.add(start + long <= self.latest[number])
        for mode, literal in zip(modes, chosen, strict=True):
            self._add_uses(start, mode, literal, alone=len(modes) == 1)

    def _add_uses(self, start: Var, mode: Mode, literal: Var, *, alone: bool) -> None:
        amounts = [(name, amount) for name, amount in mode.amounts if amount]
        if not amounts:
            return
        if alone:
            interval = self.cp.new_fixed_size_interval_var(start, mode.effort, "")
        else:
            interval = self.cp.new_optional_fixed_size_interval_var(
                start, mode.effort, literal, ""
            )
        consumable = {each.id for each in self.search.tasks.consumable}
        for name, amount in amounts:
            if name in consumable:
                self._spent.setdefault(name, []).append((literal, amount))
            elif mode.effort:
                self._uses.setdefault(name, []).append((interval, amount))

    def _add_links(self, number: int) -> None:
        for link in self.search.tasks.into[number]:
            before = self.ends if link.from_end else self.start
            after = self.ends if link.to_end else self.start
            self.cp.add(after[number] >= before[link.other] + link.lag)

    def _add_renewable(self, resource: Resource) -> None:
        uses = self._uses.get(resource.id, [])
        most = self.search.tasks.most[resource.id]
        if not isinstance(resource.capacity, int):
            horizon = self.search.problem.horizon
            steps = [(0, 0), *resource.capacity, (horizon, 0)]
            for (first, amount), (end, _) in pairwise(steps):
                end = min(end, horizon)
                if first < end and amount < most:
                    closed = self.cp.new_fixed_size_interval_var(first, end - first, "")
                    uses.append((closed, most - amount))
        if uses:
            self.cp.add_cumulative([i for i, _ in uses], [a for _, a in uses], most)

    def _add_objective(self) -> None:
        search, cp = self.search, self.cp
        low = min(search.tasks.makespan_bound, self.end)
        self.makespan = cp.new_int_var(low, self.end, "")
        for end in self.ends:
            cp.add(self.makespan >= end)
        if search.simple:
            cp.minimize(self.makespan)
            return
        price = search.objective.price
        terms = [price.makespan * self.makespan]
        for number, task in enumerate(search.problem.tasks):
            terms.append(price.priority_finish * task.priority * self.ends[number])
            late = price.lateness * task.priority
            if task.deadline is not None and late and task.deadline < self.end:
                over = cp.new_int_var(0, self.end, "")
                cp.add(over >= self.ends[number] - task.deadline)
                terms.append(late * over)
            if number in search.current and price.stability:
                moved, begin = cp.new_bool_var(""), search.current[number]
                day, start = search.objective.day, self.start[number]
                cp.add(start <= begin + day).only_enforce_if(~moved)
                cp.add(start >= begin - day).only_enforce_if(~moved)
                terms.append(price.stability * moved)
        cp.minimize(sum(terms))

    def hint(self, places: Places) -> None:
        """Tell CP-SAT of a plan to start from."""
        for number, (start, mode) in enumerate(zip(*places, strict=True)):
            self.cp.add_hint(self.start[number], start)
            for place, literal in enumerate(self.chosen[number]):
                if len(self.chosen[number]) > 1:
                    self.cp.add_hint(literal, place == mode)

    def read(self, value: Any) -> Places:
        """Read a solution; ``value`` gives a variable's value."""
        starts = [value(start) for start in self.start]
        modes = [
            next(place for place, literal in enumerate(each) if value(literal))
            for each in self.chosen
        ]
        return starts, modes
