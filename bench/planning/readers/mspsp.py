"""MSPSP ``.dzn``: several people with several skills per task (Young and others 2017)."""

from __future__ import annotations

import re

from quarterdeck.engines.planning import Dependency, Need, Person, Problem, Task

from .common import finish


def read_mspsp(text: str) -> Problem:
    """Read the arrays of the MiniZinc data file."""
    text = re.sub(r"%.*", "", text)
    skills, resources = _number(text, "nSkills"), _number(text, "nResources")
    found = re.findall(r"true|false", _array(text, "mastery"))
    mastery = [each == "true" for each in found]
    wanted, duration = _numbers(text, "sreq"), _numbers(text, "dur")
    if len(mastery) < resources * skills or len(wanted) < len(duration) * skills:
        raise ValueError("mastery or sreq are shorter than they should be.")
    people = [
        Person(
            id=f"{r + 1}",
            working=(),
            skills=tuple(
                (f"s{k}", 1) for k in range(skills) if mastery[r * skills + k]
            ),
        )
        for r in range(resources)
    ]
    tasks = []
    for number, effort in enumerate(duration):
        row = wanted[number * skills : (number + 1) * skills]
        needs = tuple(
            Need(skill=f"s{k}", level=1, count=count)
            for k, count in enumerate(row)
            if count
        )
        tasks.append(Task(id=f"{number + 1}", effort=effort, needs=needs))
    pairs = zip(_numbers(text, "pred"), _numbers(text, "succ"), strict=True)
    links = [Dependency(before=f"{a}", after=f"{b}") for a, b in pairs]
    return finish(tasks, links, people=people)


def _array(text: str, name: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*(\[.*?\]\s*;|\d+)", text, re.S)
    if found is None:
        raise ValueError(f"{name} is missing.")
    return found[1]


def _number(text: str, name: str) -> int:
    return int(_array(text, name))


def _numbers(text: str, name: str) -> list[int]:
    return [int(each) for each in re.findall(r"\d+", _array(text, name))]
