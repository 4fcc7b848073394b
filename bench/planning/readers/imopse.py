"""iMOPSE ``.def``: one person per task, with a skill and its least level."""

from __future__ import annotations

import re

from quarterdeck.engines.planning import Dependency, Need, Person, Problem, Task

from .common import finish

SKILL = re.compile(r"(Q\d+):\s*(\d+)")


def read_imopse(text: str) -> Problem:
    """Read people with salaries and skills, then tasks with predecessors."""
    people: list[Person] = []
    tasks: list[Task] = []
    links: list[Dependency] = []
    part = ""
    for line in text.splitlines():
        words = line.split()
        if not words or line.startswith("==="):
            continue
        if words[0] in ("ResourceID", "TaskID"):
            part = words[0]
        elif part == "ResourceID":
            people.append(_person(line, words))
        elif part == "TaskID":
            tasks.append(_task(line, words))
            before = SKILL.sub("", line).split()[2:]
            links += [Dependency(before=each, after=words[0]) for each in before]
    if not people:
        raise ValueError("the part ResourceID is missing.")
    return finish(tasks, links, people=people)


def _person(line: str, words: list[str]) -> Person:
    skills = tuple((name, int(level)) for name, level in SKILL.findall(line))
    return Person(id=words[0], working=(), skills=skills, cost_per_hour=float(words[1]))


def _task(line: str, words: list[str]) -> Task:
    needs = tuple(
        Need(skill=name, level=int(level)) for name, level in SKILL.findall(line)
    )
    if len(needs) != 1:
        raise ValueError(f"task {words[0]} should name one skill.")
    return Task(id=words[0], effort=int(words[1]), needs=needs)
