"""Readers of public scheduling instances, as problems of the planner.

Time is counted in slots of an hour without nights, and the finish alone counts.
"""

from __future__ import annotations

import re
from pathlib import Path

from quarterdeck.engines.planning import (
    Dependency,
    Need,
    Person,
    Problem,
    Task,
    Weights,
)

FINISH_ONLY = Weights(
    lateness=0.0,
    priority_finish=0.0,
    makespan=1.0,
    cost=0.0,
    even_load=0.0,
    growth=0.0,
    stability=0.0,
)


def read(path: Path) -> Problem:
    """Read an instance by its ending: ``.def``, ``.dzn`` or ``.sm``.

    Raises
    ------
    ValueError
        The ending is not known.
    """
    readers = {".def": read_imopse, ".dzn": read_mspsp, ".sm": read_psplib}
    if path.suffix not in readers:
        raise ValueError(f"no reader for {path.suffix}: {path}")
    return readers[path.suffix](path.read_text())


def _problem(
    people: list[Person], tasks: list[Task], links: list[Dependency]
) -> Problem:
    horizon = max(1, sum(task.effort for task in tasks))
    return Problem(
        horizon=horizon,
        slot_minutes=60,
        people=tuple(
            Person(
                id=each.id,
                working=((0, horizon),),
                skills=each.skills,
                cost_per_hour=each.cost_per_hour,
            )
            for each in people
        ),
        tasks=tuple(tasks),
        dependencies=tuple(links),
        weights=FINISH_ONLY,
    )


def read_imopse(text: str) -> Problem:
    """Read an iMOPSE ``.def``: one person per task, a skill and its least level."""
    skill = re.compile(r"(Q\d+):\s*(\d+)")
    people, tasks, links, part = [], [], [], ""
    for line in text.splitlines():
        words = line.split()
        if not words or line.startswith("==="):
            continue
        if words[0] in ("ResourceID", "TaskID"):
            part = words[0]
        elif part == "ResourceID":
            skills = tuple((name, int(level)) for name, level in skill.findall(line))
            cost = float(words[1])
            people.append(
                Person(id=words[0], working=(), skills=skills, cost_per_hour=cost)
            )
        elif part == "TaskID":
            needs = tuple(
                Need(skill=name, level=int(level))
                for name, level in skill.findall(line)
            )
            if len(needs) != 1:
                raise ValueError(f"one skill per task: {words[0]}")
            tasks.append(Task(id=words[0], effort=int(words[1]), needs=needs))
            before = skill.sub("", line).split()[2:]
            links += [Dependency(before=each, after=words[0]) for each in before]
    return _problem(people, tasks, links)


def read_mspsp(text: str) -> Problem:
    """Read an MSPSP ``.dzn``: several people with several skills per task."""
    text = re.sub(r"%.*", "", text)

    def array(name: str) -> str:
        found = re.search(rf"\b{name}\s*=\s*(\[.*?\]\s*;|\d+)", text, re.S)
        if found is None:
            raise ValueError(f"missing: {name}")
        return found[1]

    def numbers(name: str) -> list[int]:
        return [int(each) for each in re.findall(r"\d+", array(name))]

    skills, resources = int(array("nSkills")), int(array("nResources"))
    mastery = [each == "true" for each in re.findall(r"true|false", array("mastery"))]
    wanted, duration = numbers("sreq"), numbers("dur")
    people = [
        Person(
            id=f"r{r}",
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
    pairs = zip(numbers("pred"), numbers("succ"), strict=True)
    links = [Dependency(before=f"{a}", after=f"{b}") for a, b in pairs]
    return _problem(people, tasks, links)


def read_psplib(text: str) -> Problem:
    """Read durations and links of a PSPLIB ``.sm``; its resources of several units are
    not in the planner's model yet, so everybody is free and the critical path counts."""
    precedence, requests = text.split("PRECEDENCE RELATIONS:")[1].split("REQUESTS/")
    links, tasks = [], []
    for line in precedence.splitlines()[2:]:
        words = line.split()
        if words and words[0].isdigit():
            links += [Dependency(before=words[0], after=each) for each in words[3:]]
    for line in requests.splitlines()[3:]:
        words = line.split()
        if not words or not words[0].isdigit():
            break
        tasks.append(Task(id=words[0], effort=int(words[2])))
    people = [Person(id=f"p{number}", working=()) for number in range(len(tasks))]
    return _problem(people, tasks, links)
