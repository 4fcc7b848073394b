"""MSLIB ``.msrcp``: several people with several skills per task (Snauwaert 2023)."""

from __future__ import annotations

from quarterdeck.engines.planning import Need, Person, Problem, Task

from .common import Numbers, finish, links_of


def read_mslib(text: str) -> Problem:
    """Read tasks, who has which skill, and how many people each task needs of each.

    Skill levels, costs and rework are for extensions of the problem and left out.
    """
    parts = _parts(text)
    numbers = Numbers(word for line in parts["Project"] for word in line.split())
    size, people, skills, _ = numbers.many(4)
    numbers.many(2)  # a deadline and one for skill levels
    durations, after = [], {}
    for number in range(1, size + 1):
        durations.append(numbers.one())
        after[f"{number}"] = [f"{each}" for each in numbers.many(numbers.one())]
    held = [Numbers(line.split()).many(skills) for line in parts["Workforce"]]
    wanted = [
        Numbers(line.split()).many(skills) for line in parts["Skill Requirements"]
    ]
    if (len(held), len(wanted)) != (people, size):
        raise ValueError("it does not hold a line for every person and task.")
    team = [
        Person(
            id=f"{number}",
            working=(),
            skills=tuple((f"s{s}", 1) for s, has in enumerate(row) if has),
        )
        for number, row in enumerate(held, 1)
    ]
    tasks = []
    for number, (duration, row) in enumerate(zip(durations, wanted, strict=True), 1):
        needs = [
            Need(skill=f"s{s}", level=1, count=count)
            for s, count in enumerate(row)
            if count
        ]
        if duration and not needs:
            raise ValueError(f"task {number} takes time and nobody.")
        mine = tuple(needs) if duration else ()
        tasks.append(Task(id=f"{number}", effort=duration, needs=mine))
    return finish(tasks, links_of(after), people=team)


def _parts(text: str) -> dict[str, list[str]]:
    """Give the lines of numbers by the first words of their headings."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("\\*"):
            lines = found.setdefault(line.strip("\\* ").split(" Module")[0], [])
            if "with Skill Levels" in line:
                lines = []
        elif line.strip():
            lines.append(line)
    for name in ("Project", "Workforce", "Skill Requirements"):
        if name not in found:
            raise ValueError(f"the part {name} is missing.")
    return found
