"""Work for clients: each kind of project by its pattern, as far as it has come."""

import random
from collections.abc import Iterator

from .cast import Cast
from .story.agency import CLIENTS, PATTERNS
from .story.telling import Job, Undertaking

PACE = 3  # working days from the start of one task to the start of the next
AHEAD = 12  # nobody has been asked yet for what begins later than this


def client_projects(cast: Cast, chance: random.Random) -> Iterator[Undertaking]:
    """Yield the projects in the order of the list, each with some 15 tasks."""
    busy: dict[str, int] = {}
    for name, kind, start, leader in CLIENTS:
        steps = PATTERNS[kind]
        jobs = _jobs(cast, steps, start, cast.members[leader], busy, chance)
        end = start + PACE * len(steps) + 4
        yield Undertaking(
            name,
            "North Agency",  # every team has a hand in it
            leader,
            ""
            if "zoo" in name or "slam" in name
            else f"{name} brings people to a place worth it.",
            "" if "zoo" in name else "deliver",
            start,
            end,
            tuple(jobs),
        )


def _jobs(
    cast: Cast,
    steps: tuple[tuple[str, str, str], ...],
    start: int,
    team: str,
    busy: dict[str, int],
    chance: random.Random,
) -> Iterator[Job]:
    before = ""
    for number, (title, hours, needs) in enumerate(steps):
        begins = start + PACE * number
        late = chance.random() < 0.1
        state = _state(begins, late)
        asked = begins <= AHEAD
        who = _least_busy(cast, needs, team, busy) if asked else ""
        follows = before if chance.random() < 0.75 else ""
        due = begins + PACE + 1 if late or chance.random() < 0.4 else None
        planned = begins if asked else None
        yield Job(
            title,
            who,
            state,
            hours,
            planned,
            due,
            needs,
            follows,
            priority=chance.choice((2, 3, 3, 3, 4)),
        )
        before = title


def _state(begins: int, late: bool) -> str:
    """Done when its days have gone by, unless it is late; doing while they last."""
    if begins + PACE <= 0:
        return "doing" if late and begins > -14 else "done"
    return "doing" if begins < 0 else "todo"


def _least_busy(cast: Cast, needs: str, team: str, busy: dict[str, int]) -> str:
    """Who can do it and was asked least so far: those of the project's team first."""
    if needs:
        skill, _, level = needs.rpartition(" ")
        able = cast.who_can(skill, int(level))
    else:
        able = [key for key, home in cast.members.items() if home == team]
    heroes = {"maya", "jonas", "amina", "tom"}
    able = [key for key in able if key not in heroes]
    if not able:
        return ""
    chosen = min(able, key=lambda key: busy.get(key, 0))
    busy[chosen] = busy.get(chosen, 0) + 1
    return chosen
