"""A person's week and days off, from what a file says about calendars."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from quarterdeck.formats import CalendarRow, PersonRow, TimeOffRow

LONG_AGO = date(2000, 1, 1)
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MOST_ABSENCES = 400


def pattern_of(
    row: PersonRow, calendars: Mapping[str, CalendarRow]
) -> dict[str, Any] | None:
    """Hours by weekday if the file knows them; None leaves the usual week."""
    for calendar in lineage(row.calendar, calendars):
        if calendar.hours_by_weekday:
            hours = [round(min(h, 24), 2) for h in calendar.hours_by_weekday]
            return {"starts_on": LONG_AGO, **dict(zip(DAYS, hours, strict=True))}
    if row.weekly_hours is not None and 0 < row.weekly_hours <= 100:
        daily = round(row.weekly_hours / 5, 2)
        return {"starts_on": LONG_AGO, **dict.fromkeys(DAYS[:5], daily)}
    return None


def absences_of(
    row: PersonRow,
    calendars: Mapping[str, CalendarRow],
    time_off: Iterable[TimeOffRow],
) -> list[tuple[date, date, str]]:
    """Whole days off of the person's calendar and the calendars it builds on."""
    found = {
        (off.starts_on, off.ends_on): off.name
        for calendar in lineage(row.calendar, calendars)
        for off in calendar.exceptions
        if off.hours == 0
    }
    for off in time_off:
        if off.person == row.external_id:
            found[off.starts_on, off.ends_on] = off.name
    days = sorted(found)[-MOST_ABSENCES:]
    return [(first, last, found[first, last]) for first, last in days]


def lineage(
    calendar_id: str | None, calendars: Mapping[str, CalendarRow]
) -> list[CalendarRow]:
    """A calendar and those it builds on, nearest first; a circle ends where it began."""
    found: list[CalendarRow] = []
    current = calendars.get(calendar_id or "")
    while current is not None and current not in found:
        found.append(current)
        current = calendars.get(current.base or "")
    return found
