"""The words of a proposal, made from its numbers; usual days."""

from dataclasses import dataclass
from datetime import date, timedelta

USUAL_MONTHS = 6
MOST_DAYS = 730


def usual_end(starts_on: date) -> date:
    """Half a year later: long enough to learn something, short enough to have an end."""
    return starts_on + timedelta(days=26 * 7)


@dataclass(frozen=True)
class Inputs:
    """What a proposed pair rests on; None where nobody has said."""

    about: str
    has_skill: bool
    wished: bool
    level: int | None
    mentor_level: int | None
    mentees: int
    capacity: int
    is_leader: bool
    is_old: bool
    others: int


def reasons_of(found: Inputs) -> list[str]:
    """Return the sentences that say why these two."""
    said = [
        f"wishes for a mentor in {found.about}"
        if found.wished
        else f"wants to grow in {found.about}, and asked for no mentor yet"
    ]
    if found.has_skill and found.level is not None and found.mentor_level is not None:
        ahead = found.mentor_level - found.level
        said.append(
            f"level {found.level} beside level {found.mentor_level} of the mentor: "
            f"{ahead} above"
        )
    elif found.has_skill:
        said.append(f"the mentor is at level {found.mentor_level}")
    said.append(f"the mentor has {found.mentees} of {found.capacity} mentees")
    if found.is_leader:
        said.append("the mentor is their own leader, which they asked for")
    return said


def missing_of(found: Inputs) -> list[str]:
    """Return the sentences that say what is not known."""
    said = []
    if not found.has_skill:
        said.append("whether the themes fit is for you to read: words are not compared")
    elif found.level is None:
        said.append(
            "nobody has said their level, so only mentors from level 3 on were asked"
        )
    if found.is_old:
        said.append("a level was last looked at more than a year ago")
    return said
