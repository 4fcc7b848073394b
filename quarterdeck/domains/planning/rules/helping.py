"""What would help, in words: the change itself and what it asks of people."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from ..choices import Adjustment

Row = Mapping[str, Any]


def said_day(day: str | date) -> str:
    """4 Aug 2026"""
    value = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{value.day} {value:%b %Y}"


def _join(row: Row, team: str, skill: str) -> str:
    count = int(row["count"])
    who = "One person" if count == 1 else f"{count} people"
    able = f" with {skill} {row['level']}" if skill else ""
    return f"{who} more{able} in {team} from {said_day(row['on'])}."


def _fewer(row: Row, task: str, _: str) -> str:
    return f"The task “{task}” asks for {float(row['hours']):g} h less."


def _leave(row: Row, person: str, _: str) -> str:
    span = f"{said_day(row['starts_on'])} to {said_day(row['ends_on'])}"
    return f"The leave of {person}, {span}, begins on {said_day(row['on'])} instead."


def _longer(row: Row, person: str, _: str) -> str:
    span = f"{said_day(row['starts_on'])} to {said_day(row['ends_on'])}"
    return f"{person} works {float(row['hours']):g} h more on each working day, {span}."


HELP_IN_WORDS: dict[str, Callable[[Row, str, str], str]] = {
    Adjustment.PEOPLE_JOIN: _join,
    Adjustment.FEWER_HOURS: _fewer,
    Adjustment.LEAVE_MOVES: _leave,
    Adjustment.LONGER_DAYS: _longer,
}


def price_in_words(row: Row, hours: float, days: int) -> str:
    """What a change asks for: hours of somebody new, or days that are moved."""
    kind = row["kind"]
    if kind == Adjustment.PEOPLE_JOIN:
        return f"{hours:,.0f} h of work by somebody new"
    if kind == Adjustment.FEWER_HOURS:
        return f"{float(row['hours']):g} h of work left out, for each of its people"
    if kind == Adjustment.LEAVE_MOVES:
        return f"a leave {_days(days)} later"
    if kind == Adjustment.LONGER_DAYS:
        return f"up to {hours:,.0f} h of overtime"
    return f"a promise {_days(days)} later"


def moved_by(row: Row, before: date | None) -> int:
    """By how many days something moves; the working weekdays of a time of longer days."""
    if row["kind"] == Adjustment.LONGER_DAYS:
        first, last = (date.fromisoformat(row[k]) for k in ("starts_on", "ends_on"))
        every = range((last - first).days + 1)
        return sum((first + timedelta(days=day)).weekday() < 5 for day in every)
    old = date.fromisoformat(row["starts_on"]) if "starts_on" in row else before
    if old is None or "on" not in row:
        return 0
    return (date.fromisoformat(row["on"]) - old).days


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
