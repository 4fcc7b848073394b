"""PSPLIB ``.sm`` and ``.mm``, and MMLIB, which has the same parts with other headings."""

from __future__ import annotations

import re

from quarterdeck.engines.planning import Problem, Resource

from .common import Numbers, finish, links_of, task_with


def read_psplib(text: str) -> Problem:
    """Read tasks with modes that take renewable and nonrenewable resources."""
    renewable = _count(text, "renewable")
    consumable = _count(text, "nonrenewable")
    kinds = [f"R{n + 1}" for n in range(renewable)]
    kinds += [f"N{n + 1}" for n in range(consumable)]
    rows = _rows(text, "PRECEDENCE RELATIONS", "REQUESTS/DURATIONS")
    modes, after = {}, {}
    for row in rows:
        numbers = Numbers(row.split())
        name = f"{numbers.one()}"
        modes[name] = numbers.one()
        after[name] = [f"{each}" for each in numbers.many(numbers.one())]
    words = _rows(text, "REQUESTS/DURATIONS", "RESOURCE ?AVAILABILITIES")
    numbers = Numbers(word for row in words for word in row.split())
    tasks = []
    for _ in modes:
        name = f"{numbers.one()}"
        if name not in modes:
            raise ValueError(f"task {name} has requests and no successors.")
        ways = []
        for _ in range(modes[name]):
            numbers.one()
            ways.append((numbers.one(), numbers.many(len(kinds))))
        tasks.append(task_with(name, ways, kinds))
    there = _rows(text, "RESOURCE ?AVAILABILITIES", r"\Z")
    amounts = Numbers(there[0].split() if there else ()).many(len(kinds))
    resources = [
        Resource(id=kind, capacity=amount, renewable=kind[0] == "R")
        for kind, amount in zip(kinds, amounts, strict=True)
    ]
    return finish(tasks, links_of(after), resources)


def _count(text: str, kind: str) -> int:
    found = re.search(rf"^\s*-\s*{kind}\s*:\s*(\d+)", text, re.M)
    if found is None:
        raise ValueError(f"the number of {kind} resources is missing.")
    return int(found[1])


def _rows(text: str, heading: str, until: str) -> list[str]:
    """Give the lines of numbers below a heading."""
    found = re.search(rf"{heading}(.*?)(?:{until})", text, re.S)
    if found is None:
        raise ValueError(f"the part {heading.replace(' ?', ' ')} is missing.")
    lines = (line.strip() for line in found[1].splitlines())
    return [line for line in lines if re.match(r"-?\d", line)]
