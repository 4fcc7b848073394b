"""Hold a meeting: open it, use a frame for it, close it and carry over."""

from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from quarterdeck.shared.errors import RuleBroken

from ..models import Meeting, Pair, Topic
from ..rules import following
from .pairs import add_meeting, running
from .planning import check_day
from .telling import person_id_of, tell


class NotOpened(RuleBroken):
    pass


@transaction.atomic
def open_meeting(*, pair: Pair, by: Any, at: datetime) -> Meeting:
    """Begin the meeting that was prepared; opening it twice is opening it once."""
    pair = running(pair, by)
    meeting = _current(pair, at)
    if meeting.opened_at is None:
        meeting.opened_at, meeting.opened_by_id = at, person_id_of(by)
        meeting.save(update_fields=["opened_at", "opened_by"])
        tell("one_on_one.opened", pair, by=by, at=at)
    return meeting


@transaction.atomic
def use_coaching(*, pair: Pair, use: bool, by: Any, at: datetime) -> Meeting:
    """Show or hide goal, reality, options and will; what is written there stays."""
    pair = running(pair, by)
    meeting = _current(pair, at)
    if meeting.coaching != use:
        meeting.coaching = use
        meeting.save(update_fields=["coaching"])
        tell("one_on_one.frame_changed", pair, by=by, at=at)
    return meeting


@transaction.atomic
def close_meeting(
    *,
    pair: Pair,
    by: Any,
    at: datetime,
    next_on: date | None = None,
    next_time: time | None = None,
) -> Meeting:
    """Close the meeting: open topics go over to the next one, whose day is set.

    Without a day the rhythm sets it. What was removed from the agenda is erased now:
    until here it could be put back.
    """
    pair = running(pair, by)
    meeting = _current(pair, at)
    if meeting.opened_at is None:
        raise NotOpened("Open the 1:1 first.")
    next_on = next_on or following(pair.next_on, pair.weeks, at.date())
    check_day(next_on, at)
    meeting.closed_at, meeting.closed_by_id = at, person_id_of(by)
    meeting.save(update_fields=["closed_at", "closed_by"])
    Topic.objects.filter(pair=pair, removed_at__isnull=False).delete()
    pair.next_on, pair.next_time = next_on, next_time or pair.next_time
    pair.version, pair.updated_at = pair.version + 1, at
    pair.save(update_fields=["next_on", "next_time", "version", "updated_at"])
    add_meeting(pair, at)
    tell("one_on_one.closed", pair, by=by, at=at)
    return meeting


def _current(pair: Pair, at: datetime) -> Meeting:
    found = Meeting.objects.filter(pair=pair, closed_at=None).first()
    return found or add_meeting(pair, at)
