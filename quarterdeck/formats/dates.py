"""Dates from a fixed list of layouts, decided for a whole column at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from .limits import Limits

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio gen janeiro januari",
            "feb february februar février fevrier févr fevr febrero febbraio februari",
            "mar march märz maerz mär mrz mars marzo março maart mrt",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juillet juil julio luglio lug julho",
            "aug august août aout agosto ago augustus",
            "sep sept september septembre septiembre settembre set setembro",
            "oct october oktober okt octobre octubre ottobre ott outubro out",
            "nov november novembre noviembre novembro",
            "dec december dezember dez décembre decembre déc diciembre dic dicembre",
        ),
        start=1,
    )
    for word in words.split()
}
_TIME = (
    r"(?:,?[ T]+(?:at )?(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})" + _TIME
)
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second_>\d{1,2})(?P=sep)"
    r"(?P<year>\d{4}|\d{2})" + _TIME
)
_DAY_WORD = re.compile(
    r"(?:[^\W\d]+\.?,? )?(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?[-/ ]"
    r"(?P<word>[^\W\d]+)\.?,?[-/ ]?(?P<year>\d{4}|\d{2})" + _TIME
)
_WORD_DAY = re.compile(
    r"(?:[^\W\d]+, )?(?P<word>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? "
    r"(?P<year>\d{4})" + _TIME
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOrder:
    """Whether 03/04/2025 is read day first, and how that was decided.

    ``certain`` is false when no value of the column tells and it was assumed.
    """

    day_first: bool = True
    certain: bool = True
    seen: bool = False
    contradicted: int = 0


def parse_moment(text: str, *, day_first: bool = True) -> datetime | None:
    """Read one date or moment; None when no layout fits.

    Aware when the text gives a zone, otherwise naive; a bare day is midnight.
    """
    text = text.strip().replace(" de ", " ").replace(" di ", " ")
    if not 6 <= len(text) <= _LONGEST:
        return None
    if _ISO.match(text):
        moment = _from_iso(text)
        if moment is not None:
            return moment
    for layout in (_YEAR_FIRST, _NUMBERS, _DAY_WORD, _WORD_DAY):
        found = layout.match(text)
        if found:
            return _built(found, day_first)
    return _from_epoch(text)


def parse_sure_moment(text: str, limits: Limits) -> datetime | None:
    """Read a moment within the years that are believed; None otherwise."""
    moment = parse_moment(text)
    if moment and limits.first_year <= moment.year <= limits.last_year:
        return moment
    return None


def _from_iso(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = moment.utcoffset()
    if offset is None or offset.seconds % 60 == 0:
        return moment
    # No zone has seconds today, and JSON cannot carry them.
    minutes = timedelta(minutes=offset // timedelta(minutes=1))
    return moment.replace(tzinfo=timezone(minutes))


def _from_epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970, between 2001 and 2100."""
    if not text.isascii() or not text.isdigit() or len(text) not in (10, 13):
        return None
    seconds = int(text) / (1000 if len(text) == 13 else 1)
    if not 1_000_000_000 <= seconds <= 4_102_444_800:
        return None
    return datetime.fromtimestamp(seconds, tz=UTC)


def _built(found: re.Match[str], day_first: bool) -> datetime | None:
    part = found.groupdict()
    day_month = _day_and_month(part, day_first)
    if day_month is None:
        return None
    day, month = day_month
    year = int(part["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return datetime(
            year,
            month,
            day,
            _hour(int(part["hour"] or 0), part["half"]),
            int(part["minute"] or 0),
            int(part["second"] or 0),
            tzinfo=_zone(part["zone"]),
        )
    except ValueError:
        return None


def _day_and_month(part: dict[str, str], day_first: bool) -> tuple[int, int] | None:
    if "first" in part:
        first, second = int(part["first"]), int(part["second_"])
        # Nobody writes month.day.year with full stops.
        return (first, second) if day_first or part["sep"] == "." else (second, first)
    if "word" in part:
        month = _MONTHS.get(part["word"].casefold())
        return None if month is None else (int(part["day"]), month)
    return int(part["day"]), int(part["month"])


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)


def day_order(texts: Iterable[str]) -> DayOrder:
    """Decide over all values of a column whether the day or the month is first."""
    day = month = unclear = halves = 0
    for text in texts:
        found = _NUMBERS.match(text.strip())
        if not found or found["sep"] == ".":
            continue
        first, second = int(found["first"]), int(found["second_"])
        day += first > 12 >= second
        month += second > 12 >= first
        unclear += first <= 12 and second <= 12
        halves += bool(found["half"])
    if not (day or month or unclear):
        return DayOrder()
    if day or month:
        return DayOrder(day_first=day >= month, seen=True, contradicted=min(day, month))
    return DayOrder(day_first=not halves, certain=False, seen=True)
