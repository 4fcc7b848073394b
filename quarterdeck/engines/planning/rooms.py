"""What tasks of a plan leave of rooms, machines, material and money."""

from __future__ import annotations

import numpy as np

from .problem import Problem
from .resources import Mode


class Rooms:
    """Free capacity by slot (renewable) or over the whole plan (consumable)."""

    def __init__(self, problem: Problem) -> None:
        self.horizon = problem.horizon
        self.free = {}
        self.left = {}
        for each in problem.resources:
            if each.renewable:
                free = np.zeros(problem.horizon, dtype=np.int64)
                steps = each.capacity
                steps = ((0, steps),) if isinstance(steps, int) else steps
                for slot, amount in steps:
                    free[slot:] = amount
                self.free[each.id] = free
            elif isinstance(each.capacity, int):
                self.left[each.id] = each.capacity

    def take(self, mode: Mode | None, start: int, end: int, sign: int = 1) -> None:
        """Hold what a mode takes; with ``sign`` -1 give it back."""
        for name, amount in mode.amounts if mode else ():
            if name in self.free:
                self.free[name][start:end] -= sign * amount
            else:
                self.left[name] -= sign * amount

    def clash(self, mode: Mode | None, start: int, end: int) -> int | None:
        """Give a slot before which a mode cannot begin, None when there is room."""
        worst = None
        for name, amount in mode.amounts if mode else ():
            if name in self.left:
                if self.left[name] < amount:
                    return self.horizon + 1
                continue
            short = np.flatnonzero(self.free[name][start:end] < amount)
            if len(short):
                after = start + int(short[-1]) + 1
                worst = after if worst is None else max(worst, after)
        return worst
