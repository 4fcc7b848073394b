"""Public holidays as a library knows them, to be looked at before they are taken over."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays
from holidays.registry import COUNTRIES

from ..models import PublicHoliday

LONGEST_CODE = 10


@dataclass(frozen=True)
class Proposed:
    """A day the library names; `kept` if the list has it already."""

    on: date
    name: str
    kept: bool


@cache
def country_names() -> list[tuple[str, str]]:
    """Return country codes with names, by name: “United Kingdom” for GB."""
    known = countries()
    names = {code: name for name, code, *_ in COUNTRIES.values() if code in known}
    spaced = [(c, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", n)) for c, n in names.items()]
    return sorted(spaced, key=lambda pair: pair[1])


@cache
def countries() -> dict[str, list[str]]:
    """Return country codes with the codes of their parts."""
    known = holidays.list_supported_countries(include_aliases=False)
    return {
        country: sorted(p for p in parts if len(p) <= LONGEST_CODE)
        for country, parts in sorted(known.items())
        if len(country) == 2
    }


def proposed_holidays(
    *, country: str, subdivision: str, year: int, location: str = ""
) -> list[Proposed]:
    """Return the days of one year at one place; nothing for a place nobody knows."""
    known = countries()
    if country not in known or (subdivision and subdivision not in known[country]):
        return []
    days = holidays.country_holidays(
        country, subdiv=subdivision or None, years=[year], language="en_US"
    )
    kept = set(
        PublicHoliday.objects.filter(on__in=list(days), location=location).values_list(
            "on", flat=True
        )
    )
    return [Proposed(on, name[:200], on in kept) for on, name in sorted(days.items())]
