"""Working calendars: weeks, holidays and the calendars of people."""

from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from ..dates import parse_moment
from ..durations import parse_hours
from ..ledger import Ledger
from ..records import CalendarException, CalendarRow
from ..text import clean
from ..xml import local
from .elements import leaves, parts

_DEFAULT_HOURS = 8.0
_MOST_BASES = 20


@dataclass(kw_only=True)
class _Calendar:
    name: str
    base: str | None
    is_base: bool
    week: dict[int, float] = field(default_factory=dict)
    exceptions: dict[tuple[date, date], CalendarException] = field(default_factory=dict)


class Calendars:
    """All calendars of a file by their UID."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._found: dict[str, _Calendar] = {}
        self._number = 0

    def take(self, element: Element) -> None:
        """Read one ``Calendar`` element."""
        self._number += 1
        texts = leaves(element)
        uid, base = texts.get("UID", ""), texts.get("BaseCalendarUID", "-1")
        if not uid or uid in self._found:
            reason = "the calendar has no id or the id of another"
            self._ledger.remark(self._number, "Calendar/UID", uid, reason)
            return
        calendar = _Calendar(
            name=texts.get("Name", ""),
            base=base if base not in ("-1", "0", "", uid) else None,
            is_base=texts.get("IsBaseCalendar") in ("1", "true"),
        )
        self._found[uid] = calendar
        for part in element:
            kind = local(part.tag)
            if kind == "WeekDays":
                for day in parts(part, "WeekDay"):
                    self._day(calendar, day)
            elif kind == "Exceptions":
                for exception in parts(part, "Exception"):
                    self._exception(calendar, exception)
            elif kind == "WorkWeeks" and len(part):
                reason = "weeks that differ for a while are not read"
                self._ledger.drop_column("Calendar/WorkWeeks", reason, len(part))

    def __contains__(self, uid: str) -> bool:
        return uid in self._found

    def rows(self) -> tuple[CalendarRow, ...]:
        """The calendars; days a calendar leaves open come from its base."""
        return tuple(
            CalendarRow(
                external_id=uid,
                name=calendar.name,
                base=calendar.base if calendar.base in self._found else None,
                hours_by_weekday=self._week(calendar),
                exceptions=tuple(calendar.exceptions.values()),
            )
            for uid, calendar in self._found.items()
        )

    def days_off(self, uid: str) -> list[CalendarException]:
        """Take the days without work out of a person's own calendar."""
        calendar = self._found.get(uid)
        if calendar is None or calendar.is_base:
            return []
        off = [span for span in calendar.exceptions.values() if not span.hours]
        for span in off:
            del calendar.exceptions[span.starts_on, span.ends_on]
        return off

    def _week(self, calendar: _Calendar) -> tuple[float, ...]:
        if not calendar.week:
            return ()
        week: dict[int, float] = {}
        following: _Calendar | None = calendar
        for _ in range(_MOST_BASES):
            if following is None:
                break
            week = {**following.week, **week}
            following = self._found.get(following.base or "")
        default = {day: _DEFAULT_HOURS if day < 5 else 0.0 for day in range(7)}
        return tuple({**default, **week}[day] for day in range(7))

    def _day(self, calendar: _Calendar, day: Element) -> None:
        kind = leaves(day).get("DayType", "")
        if kind == "0":
            self._exception(calendar, day)
        elif kind in {"1", "2", "3", "4", "5", "6", "7"}:
            # The schema counts from Sunday = 1, the records from Monday = 0.
            calendar.week[(int(kind) - 2) % 7] = self._hours(day)

    def _hours(self, day: Element) -> float:
        if leaves(day).get("DayWorking") not in ("1", "true"):
            return 0.0
        spans = [leaves(span) for times in parts(day, "WorkingTimes") for span in times]
        if not spans:
            return _DEFAULT_HOURS
        return round(sum(_span(texts) for texts in spans), 4)

    def _exception(self, calendar: _Calendar, element: Element) -> None:
        texts = leaves(element)
        period = next(parts(element, "TimePeriod"), None)
        ends = leaves(period) if period is not None else {}
        name = texts.get("Name", "")
        if texts.get("Type", "1") not in ("1", "9") or texts.get("Period", "1") != "1":
            self._reject(name, "an exception that recurs is not read")
            return
        first, last = _day(ends.get("FromDate", "")), _day(ends.get("ToDate", ""))
        limits = self._ledger.limits
        if (
            first is None
            or last is None
            or first > last
            or not limits.first_year <= first.year <= last.year <= limits.last_year
        ):
            self._reject(name or str(ends), "its days are missing or not believable")
            return
        calendar.exceptions.setdefault(
            (first, last),
            CalendarException(
                starts_on=first,
                ends_on=last,
                hours=self._hours(element),
                name=clean(name),
            ),
        )

    def _reject(self, value: str, reason: str) -> None:
        self._ledger.remark(self._number, "Calendar/Exception", value, reason)


def _span(texts: dict[str, str]) -> float:
    first = parse_hours(texts.get("FromTime", "")) or 0.0
    last = parse_hours(texts.get("ToTime", "")) or 0.0
    # Midnight ends a day as 00:00; 00:00 to 00:00 is the whole of it.
    return (last if last > first else last + 24.0) - first


def _day(text: str) -> date | None:
    moment = parse_moment(text)
    return moment.date() if moment else None
