"""What waits for me in my 1:1s: questions, the next one, those missed, what I promised."""

from datetime import date, timedelta
from typing import Any

from quarterdeck.domains.one_on_ones.queries import PairLine, lines_of, lines_owed

from .lines import Need
from .links import page

SOON = timedelta(days=1)
SHOWN = 5


def one_on_one_needs(user: Any, today: date) -> list[Need]:
    """Each of these lines is read by the two it is about, and by nobody above them."""
    lines = lines_of(user, today)
    return [*_asked(lines), *_meetings(lines, today), *_promises(user, today)]


def _asked(lines: list[PairLine]) -> list[Need]:
    asked = [line for line in lines if line.may_answer]
    return [
        Need(
            "messages-square",
            f"{line.other} asks you to meet one by one",
            f"every {_weeks(line.pair.weeks)}",
            "Answer",
            page("one_on_ones:space", line.pair.pk),
        )
        for line in asked[:SHOWN]
    ]


def _meetings(lines: list[PairLine], today: date) -> list[Need]:
    """The next 1:1 of today or tomorrow; else that two have not met for too long."""
    running = [line for line in lines if line.pair.is_running]
    next_ones = [one for one in running if _is_near(one, today)]
    overdue = [one for one in running if one.is_overdue and one not in next_ones]
    return [
        *(_next(one, today) for one in next_ones[:SHOWN]),
        *(_not_met(one) for one in overdue[:SHOWN]),
    ]


def _is_near(line: PairLine, today: date) -> bool:
    day = line.pair.next_on
    return day is not None and today <= day <= today + SOON


def _next(line: PairLine, today: date) -> Need:
    day = "today" if line.pair.next_on == today else "tomorrow"
    at = f" at {line.pair.next_time:%H:%M}" if line.pair.next_time else ""
    parts = [_count(line.topics, "topic")]
    if line.promises:
        parts.append(f"{_count(line.promises, 'promise')} of yours open")
    return Need(
        "messages-square",
        f"1:1 with {line.other} {day}{at}",
        ", ".join(parts),
        "Prepare",
        page("one_on_ones:space", line.pair.pk),
    )


def _not_met(line: PairLine) -> Need:
    return Need(
        "clock-alert",
        f"{line.other} and you have not met for {_count(line.weeks_without, 'week')}",
        f"you agreed on every {_weeks(line.pair.weeks)}",
        "Choose a day",
        page("one_on_ones:space", line.pair.pk),
    )


def _promises(user: Any, today: date) -> list[Need]:
    return [
        Need(
            "hand-heart",
            f"You promised: {row.text}",
            f"to {row.to} · {_due(row.due_on, today)}",
            "Look",
            page("one_on_ones:space", row.pair_id),
        )
        for row in lines_owed(user, SHOWN)
    ]


def _due(day: date, today: date) -> str:
    told = f"by {day.day} {day:%b}"
    return f"{told}, late" if day < today else told


def _weeks(count: int) -> str:
    return "week" if count == 1 else f"{count} weeks"


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count or 'no'} {noun}s"
