"""The arrays of the kernel from a problem without people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..kernel.unit_facts import Given, Whole
from ..objective import Amounts
from ..resources import Mode, Resource
from .tasks import Edge, Tasks

NEVER = 1 << 40
BITS = 62


def given_of(tasks: Tasks, price: Amounts, current: dict[int, int], day: int) -> Given:
    """Translate; ``price`` is in points per slot, ``current`` starts by task."""
    problem, size = tasks.problem, tasks.size
    limit = problem.horizon
    lanes = _lanes(tasks)
    modes = [mode for each in tasks.modes for mode in each]
    into, out_of = _links(tasks.into), _links(tasks.out_of)
    # a hard date that cannot be kept any more must not make everything urgent
    span = max([tasks.makespan_bound, *tasks.earliest], default=0)
    priorities = np.array([task.priority for task in problem.tasks], dtype=np.float64)
    due = [NEVER if t.deadline is None else t.deadline for t in problem.tasks]
    late = price.lateness * priorities * (np.array(due) < NEVER)
    finish = price.priority_finish * priorities
    hard = [
        NEVER if task.hard_deadline is None else task.hard_deadline
        for task in problem.tasks
    ]
    latest = tasks.latest_ends(NEVER)
    hard = [
        min(a, b) if b < NEVER // 2 else a for a, b in zip(hard, latest, strict=True)
    ]
    simple = not (
        late.any() or finish.any() or current or min(hard, default=NEVER) < NEVER
    )
    urgency = np.array(tasks.latest_ends(span), dtype=np.int64)
    if not simple:
        urgency = np.minimum(urgency, np.array(due, dtype=np.int64))
    return Given(
        size=size,
        words=lanes.words,
        limit=limit,
        day=day,
        plain=int(
            all(
                link.other >= 0 and link.from_end and not link.to_end and link.lag >= 0
                for each in tasks.into
                for link in each
            )
        ),
        several=int(len(modes) > size or bool(tasks.consumable)),
        guard=lanes.guard,
        base=lanes.base,
        mode_first=_firsts(tasks.modes),
        mode_effort=_whole(mode.effort for mode in modes),
        mode_request=_flat([lanes.packed(mode) for mode in modes]),
        mode_use=_flat([_uses(mode, tasks.consumable) for mode in modes]),
        stock=_whole(_number(each) for each in tasks.consumable),
        into_first=_firsts(tasks.into),
        into=into[0],
        into_lag=into[1],
        into_from_end=into[2],
        into_to_end=into[3],
        out_first=_firsts(tasks.out_of),
        out=out_of[0],
        out_lag=out_of[1],
        out_from_end=out_of[2],
        out_to_end=out_of[3],
        release=_whole(task.release for task in problem.tasks),
        fixed=_whole(tasks.fixed),
        hard_end=_whole(hard),
        urgency=urgency,
        current=_whole(current.get(number, -1) for number in range(size)),
        due=_whole(due),
        late_price=late,
        finish_price=finish,
        price=np.array(
            [price.makespan, price.stability, float(simple), 0.0], dtype=np.float64
        ),
    )


class _Lanes:
    """Where each renewable resource lies in the packed words."""

    def __init__(self, tasks: Tasks) -> None:
        self.at: dict[str, tuple[int, int]] = {}
        word = bit = 0
        guards = [0]
        for resource in tasks.renewable:
            width = tasks.most[resource.id].bit_length() + 1
            if bit + width > BITS:
                word, bit = word + 1, 0
                guards.append(0)
            self.at[resource.id] = word, bit
            bit += width
            guards[word] |= 1 << (bit - 1)
        self.words = len(guards)
        self.guard = _whole(guards)
        self.base = self._base(tasks)

    def packed(self, mode: Mode) -> list[int]:
        """Give what a mode requests, word by word."""
        found = [0] * self.words
        for name, amount in mode.amounts:
            if name in self.at:
                word, bit = self.at[name]
                found[word] |= amount << bit
        return found

    def _base(self, tasks: Tasks) -> Whole:
        horizon = tasks.problem.horizon
        free = np.tile(self.guard, (horizon + 1, 1))
        for resource in tasks.renewable:
            word, bit = self.at[resource.id]
            free[:, word] += _amounts(resource, tasks, horizon) << bit
        return np.ascontiguousarray(free.reshape(-1))


def _lanes(tasks: Tasks) -> _Lanes:
    return _Lanes(tasks)


def _amounts(resource: Resource, tasks: Tasks, horizon: int) -> Whole:
    """Give what is free of a resource, slot by slot, fixed tasks taken off."""
    free = np.zeros(horizon + 1, dtype=np.int64)
    steps = resource.capacity
    for slot, amount in ((0, steps),) if isinstance(steps, int) else steps:
        free[slot:] = amount
    for number, start in enumerate(tasks.fixed):
        if start >= 0:
            mode = tasks.modes[number][0]
            taken = dict(mode.amounts).get(resource.id, 0)
            free[start : start + mode.effort] -= taken
    return np.maximum(free, 0)


def _number(resource: Resource) -> int:
    assert isinstance(resource.capacity, int)
    return resource.capacity


def _uses(mode: Mode, consumable: Sequence[Resource]) -> list[int]:
    amounts = dict(mode.amounts)
    return [amounts.get(each.id, 0) for each in consumable]


def _whole(values: Iterable[int]) -> Whole:
    return np.array(list(values), dtype=np.int64)


def _flat(rows: list[list[int]]) -> Whole:
    return _whole(value for row in rows for value in row)


def _firsts(rows: Sequence[Sequence[object]]) -> Whole:
    return np.concatenate(([0], np.cumsum([len(row) for row in rows]))).astype(np.int64)


def _links(rows: list[list[Edge]]) -> tuple[Whole, Whole, Whole, Whole]:
    every = [link for row in rows for link in row]
    return (
        _whole(link.other for link in every),
        _whole(link.lag for link in every),
        _whole(link.from_end for link in every),
        _whole(link.to_end for link in every),
    )
