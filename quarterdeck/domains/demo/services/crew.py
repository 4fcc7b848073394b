"""The many of the agency who have no lines of their own: drawn from the seed."""

import random

from .story.people import CREW, FIRST_NAMES, LAST_NAMES
from .story.telling import Who

PART_TIME = ("8 8 8 8 0 0 0", "6 6 6 6 6 0 0", "8 8 0 8 0 0 0")


def crew(chance: random.Random) -> list[Who]:
    """Return them team by team; each name is used once."""
    first, last = FIRST_NAMES.split(), LAST_NAMES.split()
    chance.shuffle(first)
    chance.shuffle(last)
    found = []
    for team, count, positions, main, second in CREW:
        for number in range(count):
            name = f"{first.pop()} {last.pop()}"
            skills = _skills(main, second, number, chance)
            found.append(
                _member(name, team, positions[number % len(positions)], skills, chance)
            )
    return found


def _member(
    name: str, team: str, position: str, skills: str, chance: random.Random
) -> Who:
    part_time = chance.random() < 0.2
    away = chance.randint(0, 25) if chance.random() < 0.25 else None
    return Who(
        name.lower().replace(" ", "."),
        name,
        position,
        team,
        skills,
        week=chance.choice(PART_TIME) if part_time else "",
        employment="part_time" if part_time else "full_time",
        away=None if away is None else (away, away + chance.choice((1, 4, 9))),
    )


def _skills(
    main: tuple[str, ...], second: tuple[str, ...], number: int, chance: random.Random
) -> str:
    """Two skills of the team, one of others; somebody in three wants to grow."""
    levels = {
        main[number % 2]: chance.randint(3, 5),
        main[1 - number % 2]: chance.randint(1, 3),
    }
    levels[chance.choice(second)] = chance.randint(1, 3)
    grows = chance.choice(list(levels)) if chance.random() < 0.34 else ""
    return ", ".join(
        f"{name} {level}{'+' if name == grows and level < 5 else ''}"
        for name, level in levels.items()
    )
