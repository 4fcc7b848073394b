"""Levels, their age, and how well a team covers a skill."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

LEVELS = (
    (0, "none yet"),
    (1, "is learning"),
    (2, "with help"),
    (3, "alone"),
    (4, "hard cases"),
    (5, "teaches others"),
)
MONTHS_UNTIL_STALE = 12
ALONE = 3  # from this level on somebody can be counted on


def is_stale(assessed_on: date, today: date, months: int = MONTHS_UNTIL_STALE) -> bool:
    """Whether an assessment is older than so many months; its anniversary still counts."""
    whole = (today.year - assessed_on.year) * 12 + today.month - assessed_on.month
    return whole > months or (whole == months and today.day > assessed_on.day)


@dataclass(frozen=True)
class Cover:
    """How a team covers a skill: who can do it, and what is asked for."""

    able: int
    growing: int
    wanted: int  # people that open tasks ask for at once; 0 if nobody asks

    @property
    def words(self) -> str:
        if self.wanted > self.able:
            return "nobody" if not self.able else f"{self.wanted - self.able} missing"
        return "one person only" if self.able == 1 else ""

    @property
    def kind(self) -> str:
        """The tag beside the words: bad, warn, or none."""
        return "bad" if self.wanted > self.able else "warn" if self.able == 1 else ""


def cover_of(
    people_at: Mapping[int, int], *, growing: int, level: int = ALONE, wanted: int = 0
) -> Cover:
    """Count who reaches the level that is asked for, from how many are at each level."""
    able = sum(people for one, people in people_at.items() if one >= level)
    return Cover(able, growing, wanted)
