"""Numbers and lengths of time, written in many ways."""

import re

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)*|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_ISO = re.compile(
    r"(?P<sign>[+-])?P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?"
    r"(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_PART = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*([^\W\d]+)\.?\??\s*")
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?")
_LONGEST = 60

UNITS = {
    word: hours
    for hours, words in (
        (1 / 3600, "s sec secs second seconds sekunden secondes segundos"),
        (1 / 60, "m min mins minute minutes minuten minutos"),
        (1.0, "h hr hrs hour hours std stunde stunden heure heures hora horas ore"),
        (8.0, "d day days t tag tage tagen jour jours dia dias día días dagen pt md"),
        (40.0, "w wk wks week weeks woche wochen semaine semaines semana semanas"),
        (160.0, "mo mon mons month months monat monate mois mes meses"),
    )
    for word in words.split()
}
"""Working hours in one unit: a day has 8, a week 40, a month 160."""


def parse_number(text: str) -> float | None:
    """Read a finite number with a decimal point or comma; None when it is none.

    1,500 is fifteen hundred and 1,5 one and a half; 1.234,5 and 1,234.5 both
    work. NaN, infinities and numbers beyond 1e15 are None.
    """
    text = text.strip().replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    if len(text) > 40 or not _NUMBER.fullmatch(text):
        return None
    point, comma = text.rfind("."), text.rfind(",")
    if comma > point:
        groups = re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+", text)
        text = text.replace(",", "") if groups else text.replace(".", "")
        text = text.replace(",", ".")
    elif comma >= 0:
        text = text.replace(",", "")
    try:
        number = float(text)
    except ValueError:
        return None
    return number + 0.0 if abs(number) <= 1e15 else None


def parse_hours(text: str, *, unit: float = 1.0) -> float | None:
    """Read a length of time as working hours; None when it is none.

    A bare number counts in ``unit`` hours; "1w 2d 4h", "1:30", "PT8H0M0S" and
    "3 Tage" say their own unit.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    number = parse_number(text)
    if number is not None:
        return number * unit
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours + minutes / 60 + seconds / 3600
    if text.lstrip("+-").startswith("P"):
        return parse_iso_hours(text)
    return _from_parts(text.casefold())


def _from_parts(text: str) -> float | None:
    total, position = 0.0, 0
    while position < len(text):
        part = _PART.match(text, position)
        if not part:
            return None
        # "ed" is an elapsed day: round the clock, not working time.
        word, elapsed = part[2], part[2][:1] == "e"
        hours = UNITS.get(word)
        if hours is None and elapsed:
            hours = {"ed": 24.0, "eh": 1.0, "em": 1 / 60, "ew": 168.0}.get(word[:2])
        if hours is None:
            return None
        total += float(part[1].replace(",", ".")) * hours
        position = part.end()
    return total if text else None


def parse_iso_hours(text: str) -> float | None:
    """Read an ISO 8601 duration as hours; None when it is none.

    Days and longer units occur only in files not written by Microsoft Project;
    they count as working time: a day has 8 hours, a week 40.
    """
    found = _ISO.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found or not any(found.groups()[1:]):
        return None
    part = {name: float(value or 0) for name, value in found.groupdict("0").items()
            if name != "sign"}  # fmt: skip
    hours = (
        part["years"] * 1920
        + part["months"] * 160
        + part["weeks"] * 40
        + part["days"] * 8
        + part["hours"]
        + part["minutes"] / 60
        + part["seconds"] / 3600
    )
    return -hours if found["sign"] == "-" else hours
