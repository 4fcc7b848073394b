"""Strengths and gaps: what a role asks for beside what somebody is known to have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Known:
    """A level somebody has, and whether it was looked at too long ago."""

    level: int
    stale: bool


@dataclass(frozen=True)
class Asked:
    """A level of a skill that a role asks for."""

    skill_id: int
    name: str
    level: int


@dataclass(frozen=True)
class Fit:
    """One skill of a role beside what somebody has; `have` None: nobody has said."""

    skill_id: int
    name: str
    needed: int
    have: int | None
    stale: bool

    @property
    def missing(self) -> int | None:
        """Levels that are missing; 0 where there are enough, None where unknown."""
        return None if self.have is None else max(0, self.needed - self.have)

    @property
    def words(self) -> str:
        if self.missing is None:
            return "not known"
        if self.missing:
            return f"{self.missing} level{'s' if self.missing > 1 else ''} to go"
        return (
            "above it" if self.have is not None and self.have > self.needed else "there"
        )

    @property
    def kind(self) -> str:
        """The tag beside the words: good, warn or none."""
        if self.missing is None:
            return ""
        return "warn" if self.missing else "good"


def fits_of(asked: Iterable[Asked], known: Mapping[int, Known]) -> list[Fit]:
    """Return what is missing first, then what nobody has said, then the strengths.

    What is not known is not nought: it is told apart and never counted as a gap.
    """
    found = [_fit(one, known.get(one.skill_id)) for one in asked]
    return sorted(found, key=_order)


def _fit(asked: Asked, known: Known | None) -> Fit:
    have = None if known is None else known.level
    stale = known is not None and known.stale
    return Fit(asked.skill_id, asked.name, asked.level, have, stale)


def _order(fit: Fit) -> tuple[int, int, str]:
    if fit.missing is None:
        return 1, 0, fit.name
    return (0, -fit.missing, fit.name) if fit.missing else (2, 0, fit.name)


def quarter_of(day: date) -> date:
    """Return the first day of the quarter that a day is in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_before(quarter: date) -> date:
    """Return the first day of the quarter before."""
    return quarter_of(quarter - timedelta(days=1))


def quarter_after(quarter: date) -> date:
    """Return the first day of the quarter after; 100 days on is always in it."""
    return quarter_of(quarter + timedelta(days=100))


def first_day_of(year: int, number: int) -> date:
    """Return the first day of the first, second, third or fourth quarter of a year."""
    if not (1 <= number <= 4 and 1900 < year < 9990):
        raise ValueError(f"There is no quarter {number} of {year}.")
    return date(year, number * 3 - 2, 1)


def named(quarter: date) -> str:
    """Say a quarter as people do: the months it begins and ends with."""
    last = quarter_after(quarter) - timedelta(days=1)
    return f"{quarter:%B} to {last:%B %Y}"
