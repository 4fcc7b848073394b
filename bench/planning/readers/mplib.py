"""MPLIB ``.rcmp`` (also ``.txt``): several projects that share resources."""

from __future__ import annotations

from quarterdeck.engines.planning import Problem, Resource

from .common import Numbers, finish, links_of, task_with


def read_mplib(text: str) -> Problem:
    """Read projects with release dates; task 3 of project 2 is ``2:3``."""
    lines = iter([line.split() for line in text.splitlines() if line.strip()])
    projects, count = (Numbers(next(lines, ())).one() for _ in range(2))
    kinds = [f"R{n + 1}" for n in range(count)]
    capacities = Numbers(next(lines, ())).many(count)
    tasks, after = [], {}
    for project in range(1, projects + 1):
        numbers = Numbers(next(lines, ()))
        size, release = numbers.one(), numbers.one()
        next(lines, ())  # which resources the project uses, known from its requests
        for number in range(1, size + 1):
            words = next(lines, [])
            numbers = Numbers(words)
            ways = [(numbers.one(), numbers.many(count))]
            name, many = f"{project}:{number}", numbers.one()
            after[name] = words[count + 2 :]
            if len(after[name]) != many:
                raise ValueError(f"task {name} should have {many} successors.")
            tasks.append(task_with(name, ways, kinds, release=release))
    resources = [
        Resource(id=kind, capacity=amount)
        for kind, amount in zip(kinds, capacities, strict=True)
    ]
    return finish(tasks, links_of(after), resources)
