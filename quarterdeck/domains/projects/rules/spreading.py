"""Spread the hours of planned work over days and weeks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WORKING_WEEKDAYS = frozenset(range(5))  # Monday to Friday


@dataclass(frozen=True)
class Share:
    """Hours of one task that fall into the weeks looked at, and those that do not."""

    by_week: dict[int, float]
    before: float  # planned for days before the window or before today
    after: float  # planned for days after the window

    @property
    def total(self) -> float:
        return sum(self.by_week.values()) + self.before + self.after


def working_days_between(
    first: date, last: date, holidays: Collection[date] = ()
) -> int:
    """Count working days from `first` to `last`, both included; no loop over days."""
    if last < first:
        return 0
    weeks, rest = divmod((last - first).days + 1, 7)
    odd = sum((first.weekday() + step) % 7 in WORKING_WEEKDAYS for step in range(rest))
    free = sum(
        first <= day <= last and day.weekday() in WORKING_WEEKDAYS
        for day in set(holidays)
    )
    return weeks * len(WORKING_WEEKDAYS) + odd - free


def spread(
    hours: float,
    first: date,
    last: date,
    *,
    first_monday: date,
    weeks: int,
    holidays: Collection[date] = (),
) -> Share:
    """Spread hours evenly over the working days of a task, week by week.

    A task planned for days off only (a weekend event) is spread over all its days:
    its hours are real, so they are never lost.
    """
    last = max(first, last)
    total = working_days_between(first, last, holidays)

    def days(start: date, end: date) -> int:
        start, end = max(start, first), min(end, last)
        if total:
            return working_days_between(start, end, holidays)
        return max((end - start).days + 1, 0)

    per_day = hours / (total or (last - first).days + 1)
    end = first_monday + timedelta(weeks=weeks)
    by_week = {}
    for week in _weeks_touched(first, last, first_monday, weeks):
        monday = first_monday + timedelta(weeks=week)
        if count := days(monday, monday + timedelta(days=6)):
            by_week[week] = per_day * count
    return Share(
        by_week,
        before=per_day * days(first, first_monday - timedelta(days=1)),
        after=per_day * days(end, last),
    )


def _weeks_touched(
    first: date, last: date, first_monday: date, weeks: int
) -> Sequence[int]:
    start = max((first - first_monday).days // 7, 0)
    return range(start, min((last - first_monday).days // 7 + 1, weeks))
