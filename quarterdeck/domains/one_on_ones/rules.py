"""The arithmetic of meeting regularly and of keeping promises."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

MOST_AHEAD = timedelta(days=370)


def after_weeks(day: date, weeks: int) -> date:
    """The same weekday so many weeks later."""
    return day + timedelta(weeks=weeks)


def weeks_without(last_met: date, today: date) -> int:
    """Whole weeks since two people met; never less than none."""
    return max((today - last_met).days // 7, 0)


def is_overdue(last_met: date, weeks: int, today: date) -> bool:
    """Whether they have not met for longer than they agreed on."""
    return today > after_weeks(last_met, weeks)


def following(planned: date | None, weeks: int, today: date) -> date:
    """The usual day of the meeting after the one that is held today.

    A meeting held some days off its day does not move the ones to come.
    """
    near = planned is not None and abs((planned - today).days) <= min(7 * weeks // 2, 6)
    return after_weeks(planned if planned and near else today, weeks)


def skipped_to(next_on: date | None, weeks: int, today: date) -> date:
    """The meeting after the one that is skipped, never in the past."""
    found = after_weeks(next_on or today, weeks)
    while found <= today:
        found = after_weeks(found, weeks)
    return found


def times_carried(added_at: datetime, meetings_closed: Iterable[datetime]) -> int:
    """In how many meetings a topic stood on the agenda and was not closed."""
    return sum(1 for closed_at in meetings_closed if closed_at > added_at)
