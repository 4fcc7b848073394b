"""Arithmetic of hiring: months, working days, and where scores lie apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

TALK_ABOUT = 2  # scores that lie this far apart are talked about
SCORES = (
    (1, "weak"),
    (2, "between weak and good"),
    (3, "good"),
    (4, "strong"),
)


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last one there is."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def day_of_step(starts_on: date, offset: int) -> date:
    """The day a step is due; a weekend moves it on to Monday, before the start back."""
    day = starts_on + timedelta(days=offset)
    if day.weekday() < 5:
        return day
    if offset < 0:
        return day - timedelta(days=day.weekday() - 4)
    return day + timedelta(days=7 - day.weekday())


@dataclass(frozen=True)
class Spread:
    """How the scores of one question lie: how many of each, and how far apart.

    It says nothing about the candidate as a whole; there is no sum of it.
    """

    counts: tuple[int, int, int, int]  # of 1, 2, 3 and 4

    @property
    def apart(self) -> int:
        given = [n for n, count in enumerate(self.counts, 1) if count]
        return given[-1] - given[0] if given else 0

    @property
    def talk_about(self) -> bool:
        return self.apart >= TALK_ABOUT

    @property
    def words(self) -> str:
        """1 × 2, 2 × 4: how many gave which score."""
        parts = [f"{count} × {n}" for n, count in enumerate(self.counts, 1) if count]
        return ", ".join(parts)


def spread_of(scores: Iterable[int]) -> Spread:
    given = list(scores)
    one, two, three, four = (given.count(n) for n in (1, 2, 3, 4))
    return Spread((one, two, three, four))
