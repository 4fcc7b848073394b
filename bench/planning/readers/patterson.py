"""Patterson's ``.rcp``, as RanGen and many others write it."""

from __future__ import annotations

from quarterdeck.engines.planning import Problem, Resource

from .common import Numbers, finish, links_of, task_with


def read_patterson(text: str) -> Problem:
    """Read ``n R``, capacities, then by task: duration, requests, successors."""
    numbers = Numbers(text.split())
    size, kinds = numbers.one(), [f"R{n + 1}" for n in range(numbers.one())]
    capacities = numbers.many(len(kinds))
    tasks, after = [], {}
    for number in range(1, size + 1):
        duration = numbers.one()
        ways = [(duration, numbers.many(len(kinds)))]
        tasks.append(task_with(f"{number}", ways, kinds))
        after[f"{number}"] = [f"{each}" for each in numbers.many(numbers.one())]
    resources = [
        Resource(id=kind, capacity=amount)
        for kind, amount in zip(kinds, capacities, strict=True)
    ]
    return finish(tasks, links_of(after), resources)
