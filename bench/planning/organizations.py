"""Organizations made from a seed: the same call gives the same problem."""

from __future__ import annotations

import random
from collections.abc import Collection

from quarterdeck.engines.planning import (
    Absence,
    Dependency,
    Need,
    Person,
    Problem,
    Task,
    Weights,
)

from .readers import FINISH_ONLY

Intervals = tuple[tuple[int, int], ...]


def office_hours(horizon: int, days: int = 5, off: Collection[int] = ()) -> Intervals:
    """Eight hours a day by the hour, with an hour of lunch; the first days of a week."""
    found = []
    for day in range(horizon // 24):
        if day % 7 < days and day not in off:
            found += [(day * 24 + 8, day * 24 + 12), (day * 24 + 13, day * 24 + 17)]
    return tuple(found)


def agency(tasks: int, people: int, seed: int, weeks: int | None = None) -> Problem:
    """Make an organization with part time, leave, skill levels, teams and deadlines.

    Chains of ten tasks; a third of the tasks have a deadline; every tenth takes two.
    """
    chance = random.Random(seed)
    weeks = weeks or max(8, tasks * 14 // (people * 20) + 3)
    horizon = weeks * 7 * 24
    skills = [f"s{n}" for n in range(max(5, people // 3))]
    team = [_person(chance, n, horizon, skills) for n in range(people)]
    levels: dict[str, list[int]] = {}
    for person in team:
        for skill, level in person.skills:
            levels.setdefault(skill, []).append(level)
    made = [_task(chance, n, horizon, levels) for n in range(tasks)]
    return Problem(
        horizon=horizon,
        slot_minutes=60,
        people=tuple(team),
        tasks=tuple(made),
        dependencies=_chains(tasks),
        weights=Weights(),
    )


def _chains(tasks: int) -> tuple[Dependency, ...]:
    return tuple(
        Dependency(before=f"t{n - 1}", after=f"t{n}") for n in range(tasks) if n % 10
    )


def _person(chance: random.Random, n: int, horizon: int, skills: list[str]) -> Person:
    absences, off = [], set[int]()
    for _ in range(chance.randint(0, 2)):
        first = chance.randrange(horizon // 24)
        last = first + chance.randint(2, 10)
        absences.append(Absence(first_slot=first * 24, end_slot=last * 24))
        off.update(range(first, last))
    held = chance.sample(skills, min(6, len(skills)))
    return Person(
        id=f"p{n}",
        working=office_hours(horizon, chance.choice([5, 5, 5, 5, 4, 3]), off),
        skills=tuple((skill, chance.randint(0, 3)) for skill in held),
        cost_per_hour=chance.choice([30.0, 50.0, 80.0]),
        absences=tuple(absences),
    )


def drawn_need(
    chance: random.Random, levels: dict[str, list[int]], *, least: int
) -> Need:
    """Draw a skill that somebody has at that level; now and then for two of them."""
    skill = chance.choice(sorted(levels))
    level = min(chance.randint(least, 2), max(levels[skill]))
    several = sum(each >= level for each in levels[skill]) > 1
    count = 2 if several and chance.random() < 0.1 else 1
    return Need(skill=skill, level=level, count=count)


def _task(
    chance: random.Random, n: int, horizon: int, levels: dict[str, list[int]]
) -> Task:
    need = drawn_need(chance, levels, least=0)
    late = chance.random() < 0.3
    return Task(
        id=f"t{n}",
        effort=chance.randint(4, 24),
        needs=(need,),
        priority=chance.randint(1, 8),
        deadline=chance.randint(horizon // 4, horizon) if late else None,
    )


def three_each(tasks: int, people: int, seed: int, *, priorities: bool) -> Problem:
    """Make chains of ten in which every task names three people.

    With ``priorities`` ("p") they differ from 200 to 800, else ("q") all are 500; the
    finish alone counts.
    """
    chance = random.Random(seed)
    weeks = tasks * 14 // (people * 20) + 4
    hours = office_hours(weeks * 7 * 24)
    made = []
    for n in range(tasks):
        three = sorted(chance.sample(range(people), 3))
        priority = chance.randint(200, 800) if priorities else 500
        made.append(
            Task(
                id=f"t{n}",
                effort=chance.randint(4, 24),
                candidates=tuple(f"r{each}" for each in three),
                priority=priority,
            )
        )
    return Problem(
        horizon=weeks * 7 * 24,
        slot_minutes=60,
        people=tuple(Person(id=f"r{n}", working=hours) for n in range(people)),
        tasks=tuple(made),
        dependencies=_chains(tasks),
        weights=FINISH_ONLY,
    )
