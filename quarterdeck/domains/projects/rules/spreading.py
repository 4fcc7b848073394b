"""Spread the hours of planned work over the days somebody works, week by week."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

WORKING_WEEKDAYS = frozenset(range(5))  # Monday to Friday
Weigh = Callable[[date, date], float]


@dataclass(frozen=True)
class Share:
    """Hours of one task that fall into the weeks looked at, and those that do not."""

    by_week: dict[int, float]
    before: float  # planned for days before the window or before today
    after: float  # planned for days after the window

    @property
    def total(self) -> float:
        return sum(self.by_week.values()) + self.before + self.after


class WorkingHours:
    """One person's hours from a day on, added up: any span is one subtraction."""

    def __init__(self, first: date, hours: Sequence[float]) -> None:
        self._first = first.toordinal()
        self._sums = [0.0, *accumulate(hours)]
        # Days that are not known count as the average of those that are.
        self._average = self._sums[-1] / len(hours) if hours else 0.0

    def between(self, first: date, last: date) -> float:
        """Return the hours from `first` to `last`, both included."""
        if last < first:
            return 0.0
        known = len(self._sums) - 1
        start, end = first.toordinal() - self._first, last.toordinal() + 1 - self._first
        begun, ended = (min(max(at, 0), known) for at in (start, end))
        unknown = (end - start) - (ended - begun)
        return self._sums[ended] - self._sums[begun] + unknown * self._average


def working_days_between(first: date, last: date) -> int:
    """Count working days from `first` to `last`, both included; no loop over days."""
    if last < first:
        return 0
    weeks, rest = divmod((last - first).days + 1, 7)
    odd = sum((first.weekday() + step) % 7 in WORKING_WEEKDAYS for step in range(rest))
    return weeks * len(WORKING_WEEKDAYS) + odd


def days_between(first: date, last: date) -> int:
    return max((last - first).days + 1, 0)


def spread(
    hours: float,
    first: date,
    last: date,
    *,
    first_monday: date,
    weeks: int,
    working: WorkingHours | None = None,
) -> Share:
    """Spread hours of a task as the person's own hours lie, week by week.

    A task planned for days on which the person does not work at all is spread evenly
    over its weekdays, and a weekend event over its days: its hours are real, so they
    are never lost, and the week shows them against a capacity of nothing.
    """
    last = max(first, last)
    own: tuple[Weigh, ...] = (working.between,) if working else ()
    ways: tuple[Weigh, ...] = (*own, working_days_between, days_between)
    weigh = next(way for way in ways if way(first, last) > 0)
    each = hours / weigh(first, last)
    end = first_monday + timedelta(weeks=weeks)
    by_week = {}
    for week in _weeks_touched(first, last, first_monday, weeks):
        monday = first_monday + timedelta(weeks=week)
        sunday = monday + timedelta(days=6)
        if (weight := weigh(max(monday, first), min(sunday, last))) > 0:
            by_week[week] = each * weight
    before = weigh(first, min(first_monday - timedelta(days=1), last))
    return Share(by_week, each * before, after=each * weigh(max(end, first), last))


def _weeks_touched(
    first: date, last: date, first_monday: date, weeks: int
) -> Sequence[int]:
    start = max((first - first_monday).days // 7, 0)
    return range(start, min((last - first_monday).days // 7 + 1, weeks))
