"""How many hours somebody can work on a day: pattern, holidays, time off, employment.

Days are counted, not clock hours, so a change to summer time moves nothing. Days are
handled as ordinals inside: the last day a calendar knows is no special case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

Week = tuple[float, ...]  # seven numbers, Monday first


@dataclass(frozen=True)
class WorkingTime:
    """All that decides one person's hours."""

    usual: Week  # until the first pattern begins
    patterns: tuple[tuple[date, Week], ...] = ()  # by their first day, ascending
    holidays: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()  # first and last day, both away
    starts_on: date | None = None
    ends_on: date | None = None
    factor: float = 1.0


def hours_by_day(time: WorkingTime, first_day: date, days: int) -> list[float]:
    """Return the hours of each of `days` days from `first_day` on, after everything."""
    start = first_day.toordinal()
    hours = _from_patterns(time, start, days)
    for holiday in time.holidays:
        _clear(hours, holiday.toordinal() - start, holiday.toordinal() - start)
    for first, last in time.away:
        _clear(hours, first.toordinal() - start, last.toordinal() - start)
    if time.starts_on is not None:
        _clear(hours, 0, time.starts_on.toordinal() - 1 - start)
    if time.ends_on is not None:
        _clear(hours, time.ends_on.toordinal() + 1 - start, days - 1)
    return [max(0.0, one * time.factor) for one in hours]


def hours_between(time: WorkingTime, first_day: date, before: date) -> float:
    """Return the hours in [first_day, before)."""
    return sum(hours_by_day(time, first_day, max(0, (before - first_day).days)))


def weekly(hours: Sequence[float]) -> list[float]:
    """Add hours up by sevens; the last week may be a short one."""
    return [sum(hours[i : i + 7]) for i in range(0, len(hours), 7)]


def _from_patterns(time: WorkingTime, start: int, days: int) -> list[float]:
    spans = [(start, time.usual)]
    for first, week in time.patterns:
        begins = max(first.toordinal(), start)
        if spans[-1][0] == begins:
            spans.pop()
        spans.append((begins, week))
    end = start + days
    hours: list[float] = []
    for (begins, week), (ends, _) in pairwise([*spans, (end, time.usual)]):
        length = min(ends, end) - min(begins, end)
        weekday = (begins + 6) % 7  # the first ordinal was a Monday
        turned = week[weekday:] + week[:weekday]
        hours += (list(turned) * (length // 7 + 1))[: max(0, length)]
    return hours


def _clear(hours: list[float], first: int, last: int) -> None:
    for index in range(max(0, first), min(len(hours) - 1, last) + 1):
        hours[index] = 0.0
