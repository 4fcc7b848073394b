"""Public holidays as a library knows them, to be looked at before they are taken over."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ..models import PublicHoliday

LONGEST_CODE = 10


@dataclass(frozen=True)
class Proposed:
    """A day the library names; `kept` if the list has it already."""

    on: date
    name: str
    kept: bool


def _library() -> Any:
    # Loaded when somebody looks at holidays: it takes 11 MB of each process of the
    # server, and twice that once it is asked about all countries.
    import holidays

    return holidays


@cache
def country_names() -> list[tuple[str, str]]:
    """Return country codes with names, by name: “United Kingdom” for GB."""
    known = _library().registry.COUNTRIES.values()
    spaced = [(c, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", n)) for n, c, *_ in known]
    return sorted(spaced, key=lambda pair: pair[1])


def parts_of(country: str) -> list[str]:
    """Return the codes of a country's parts; none of a country nobody knows."""
    if country not in dict(country_names()):
        return []
    parts = _library().country_holidays(country).subdivisions
    return sorted(part for part in parts if len(part) <= LONGEST_CODE)


def proposed_holidays(
    *, country: str, subdivision: str, year: int, location: str = ""
) -> list[Proposed]:
    """Return the days of one year at one place; nothing for a place nobody knows."""
    if country not in dict(country_names()):
        return []
    if subdivision and subdivision not in parts_of(country):
        return []
    days = _library().country_holidays(
        country, subdiv=subdivision or None, years=[year], language="en_US"
    )
    kept = set(
        PublicHoliday.objects.filter(on__in=list(days), location=location).values_list(
            "on", flat=True
        )
    )
    return [Proposed(on, name[:200], on in kept) for on, name in sorted(days.items())]
