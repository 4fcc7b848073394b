"""Small sentences about a task: its deadline, its dates, its estimate."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.text import Truncator

from quarterdeck.domains.projects.queries import Bar


class State(NamedTuple):
    """A word and how it is coloured; never the colour alone."""

    words: str
    tone: str


def days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def deadline_state(
    deadline: date | None, today: date, *, is_open: bool
) -> State | None:
    """Return how a deadline stands on a day."""
    if deadline is None:
        return None
    shown = f"{deadline.day} {deadline:%b}"
    if not is_open:
        return State(f"Deadline {shown}", "")
    left = (deadline - today).days
    if left < 0:
        return State(f"{days(-left)} late", "bad")
    if left < 2:
        return State("Due today" if left == 0 else "Due tomorrow", "warn")
    return State(f"Due {shown}" if left > 6 else f"Due {deadline:%A}", "")


def estimate_words(task: Any) -> str:
    """Return 4–8 h, 6 h, or that nobody said."""
    low, high = task.estimate_low, task.estimate_high
    if low is None:
        return "No estimate"
    if low == high:
        return f"{float(low):g} h"
    return f"{float(low):g}–{float(high):g} h"


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, with … where it was cut."""
    return text if len(text) <= most else Truncator(text).chars(most)


def age_words(since: datetime, now: datetime) -> str:
    """Return for how long something lasts: since today, for 3 days."""
    count = (now.date() - since.date()).days
    return "since today" if count <= 0 else f"for {days(count)}"


def late_words(bar: Bar, today: date) -> str:
    """Say why a bar is late, or nothing."""
    if not bar.is_open:
        return ""
    if bar.deadline is not None and bar.deadline < today:
        return f"{days((today - bar.deadline).days)} past its deadline"
    if bar.deadline is not None and bar.end.date() > bar.deadline:
        over = (bar.end.date() - bar.deadline).days
        return f"planned {days(over)} past its deadline"
    if bar.end.date() < today:
        return f"should have ended {days((today - bar.end.date()).days)} ago"
    return ""


def span_words(bar: Bar) -> str:
    """Return the dates of a bar and how much of it is done."""
    first, last = bar.start.date(), bar.end.date()
    dates = f"{first.day} {first:%b}"
    if last != first:
        dates += f" to {last.day} {last:%b}"
    done = "" if bar.done_share is None else f", {round(bar.done_share * 100)} % done"
    due = ""
    if bar.deadline is not None:
        due = f", deadline {bar.deadline.day} {bar.deadline:%b}"
    return f"{dates}{done}{due}"
