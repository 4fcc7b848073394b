"""Read a day as people write it: fri, tomorrow, 12 Jun, June 12 2027, 2026-06-12."""

import re
from datetime import date, timedelta

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = {
    "monday": 0,
    "tues": 1,
    "tuesday": 1,
    "wednesday": 2,
    "thur": 3,
    "thurs": 3,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    **{name: number for number, name in enumerate(_WEEKDAYS)},
}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_NAMES = {
    name: number
    for number, month in enumerate(_MONTHS, 1)
    for name in (month, month[:3], "sept" if month == "september" else month)
}
_MONTH = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_WEEKDAY_NAMES, key=len, reverse=True))

DAY = re.compile(
    rf"""(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<word>today|tomorrow)
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?(?:\s+(?P<year>\d{{4}}))?
    | (?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year2>\d{{4}}))?
    | (?P<weekday>{_WEEKDAY})
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)


def read_day(found: "re.Match[str]", today: date) -> date | None:
    """Return the day a match of `DAY` means, the next one from today; None if no such."""
    part = {name: text.lower() for name, text in found.groupdict().items() if text}
    if "word" in part:
        return today + timedelta(days=part["word"] == "tomorrow")
    if "weekday" in part:
        ahead = (_WEEKDAY_NAMES[part["weekday"]] - today.weekday()) % 7
        return today + timedelta(days=ahead)
    if "iso" in part:
        year, month, day = map(int, part["iso"].split("-"))
        return _day(year, month, day)
    month = _MONTH_NAMES[part.get("month") or part["month2"]]
    day = int(part.get("day") or part["day2"])
    given = part.get("year") or part.get("year2")
    return _day(int(given), month, day) if given else _next(today, month, day)


def _next(today: date, month: int, day: int) -> date | None:
    # 29 February is found within eight years, whatever the century.
    years = (_day(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in years if found and found >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1990 <= year <= 2200 else None
