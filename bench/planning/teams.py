"""Organizations of teams, most of whose work is done by their own people."""

from __future__ import annotations

import random

from quarterdeck.engines.planning import Dependency, Person, Problem, Task

from .organizations import drawn_need, office_hours

SKILLS = tuple(f"s{n}" for n in range(12))
TEAM, CHAIN, SPARE_DAYS = 10, 8, 10


def of_teams(
    tasks: int, people: int, seed: int, *, shared: float = 0.1, across: float = 0.05
) -> Problem:
    """Make teams of ten with part time, leave, levels, deadlines and pairs.

    Parameters
    ----------
    shared
        How many of the people work for a second team as well.
    across
        How many of the tasks wait for a task of any team before them.
    """
    chance = random.Random(seed)
    teams = max(1, people // TEAM)
    weeks = 2 * max(8, tasks * 14 // (people * 20) + 3)
    horizon = weeks * 7 * 24
    everybody = tuple(_person(chance, n, horizon) for n in range(people))
    members: list[set[int]] = [set() for _ in range(teams)]
    for n in range(people):
        members[n * teams // people].add(n)
        if chance.random() < shared:
            members[chance.randrange(teams)].add(n)
    made, links = list[Task](), dict[tuple[str, str], Dependency]()
    done: list[list[str]] = [[] for _ in range(teams)]
    for n in range(tasks):
        team = n * teams // tasks
        task = _task(
            chance, n, team, horizon, [everybody[i] for i in sorted(members[team])]
        )
        before = [done[team][-1]] if len(done[team]) % CHAIN else []
        if n and chance.random() < across:
            before.append(f"t{chance.randrange(n)}")
        for other in before:
            links[other, task.id] = Dependency(before=other, after=task.id)
        done[team].append(task.id)
        made.append(task)
    return Problem(
        horizon=horizon,
        slot_minutes=60,
        people=everybody,
        tasks=tuple(made),
        dependencies=tuple(links.values()),
    )


def _person(chance: random.Random, n: int, horizon: int) -> Person:
    off = set[int]()
    for _ in range(chance.randint(0, 2)):
        first = chance.randrange(horizon // 24)
        off.update(range(first, first + chance.randint(2, SPARE_DAYS)))
    days = chance.choice([5, 5, 5, 5, 4, 3])
    held = chance.sample(SKILLS, 4)
    return Person(
        id=f"p{n}",
        working=office_hours(horizon, days, off),
        skills=tuple((skill, chance.randint(1, 3)) for skill in held),
    )


def _task(
    chance: random.Random, n: int, team: int, horizon: int, people: list[Person]
) -> Task:
    levels: dict[str, list[int]] = {}
    for person in people:
        for skill, level in person.skills:
            levels.setdefault(skill, []).append(level)
    need = drawn_need(chance, levels, least=1)
    late = chance.random() < 0.3
    return Task(
        id=f"t{n}",
        effort=chance.randint(4, 24),
        needs=(need,),
        priority=chance.choice([1, 2, 2, 4, 8]),
        deadline=chance.randint(horizon // 8, horizon // 2) if late else None,
        candidates=tuple(person.id for person in people),
        project=f"j{team}",
    )
