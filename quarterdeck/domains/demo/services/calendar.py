"""Days of the story, counted from the day it is told."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")


def working_day(today: date, offset: int) -> date:
    """Return the working day so many working days from today; Monday for a weekend."""
    day = today
    while day.weekday() > 4:
        day += timedelta(days=1)
    step = 1 if offset > 0 else -1
    for _ in range(abs(offset)):
        day += timedelta(days=step)
        while day.weekday() > 4:
            day += timedelta(days=step)
    return day


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)
