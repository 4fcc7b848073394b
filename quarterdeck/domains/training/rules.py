"""Plain sums of training: days on which it is asked, counts that name nobody, sizes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from .choices import YES, Stage

USE_AFTER, USE_UNTIL = 60, 90  # days after the last day of the programme
FEWEST = 5  # answers below which nothing is counted


@dataclass(frozen=True)
class Size:
    """How many people somebody leads directly: from `least` to `most`."""

    key: str
    least: int
    most: int | None

    @property
    def label(self) -> str:
        if self.most is None:
            return f"{self.least} or more"
        return f"{self.least} to {self.most}"


SIZES = (
    Size("1-4", 1, 4),
    Size("5-9", 5, 9),
    Size("10-19", 10, 19),
    Size("20-", 20, None),
)


def size_of(people: int) -> Size | None:
    """Return the size of a team; None where it has no members beside who leads it."""
    return next((one for one in reversed(SIZES) if people >= one.least), None)


def due_days(attended_on: date) -> dict[Stage, date]:
    """Return the day on which each question is asked."""
    used = attended_on + timedelta(days=USE_AFTER)
    return {
        Stage.REACTION: attended_on,
        Stage.LEARNING: attended_on,
        Stage.USE: used,
        Stage.USE_SEEN: used,
        Stage.RESULT: attended_on + timedelta(days=USE_UNTIL),
    }


def last_day_of(stage: str, due_on: date) -> date:
    """Return until when an answer is wanted: use is asked over thirty days."""
    asked_over = USE_UNTIL - USE_AFTER if stage in (Stage.USE, Stage.USE_SEEN) else 14
    return due_on + timedelta(days=asked_over)


def counted_marks(marks: Sequence[int]) -> Sequence[int]:
    """Return the first of the marks that may be counted: five, ten, fifteen …

    So a new count always holds at least five more answers than the one before, and
    nobody's own can be worked out from the difference.
    """
    return marks[: len(marks) // FEWEST * FEWEST]


def told(stage: str, marks: Iterable[int]) -> str:
    """Say in words how many answered yes, without telling what anyone answered."""
    counted = counted_marks(list(marks))
    if not counted:
        return "too few to show"
    least, reads = YES[Stage(stage)]
    yes, total = sum(mark >= least for mark in counted), len(counted)
    if yes == total:
        return f"most of {total} {reads}"
    return f"{yes if yes else 'few or none'} of {total} {reads}"


@dataclass(frozen=True)
class Sums:
    """What a team may spend on training in a year, and what it comes to."""

    amount: Decimal | None  # None: nobody has said
    asked: Decimal
    planned: Decimal
    booked: Decimal
    spent: Decimal
    without_cost: (
        int  # places that are approved or further, and nobody knows their cost
    )

    @property
    def taken(self) -> Decimal:
        return self.planned + self.booked + self.spent

    @property
    def left(self) -> Decimal | None:
        return None if self.amount is None else self.amount - self.taken

    @property
    def over(self) -> Decimal | None:
        """By how much it is over; None where it is not, or nobody has set a budget."""
        left = self.left
        return -left if left is not None and left < 0 else None


def months_before(day: date, months: int) -> date:
    """Return the day so many months before; the month's last where it is shorter."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"There is no day {months} months before {day}.")
