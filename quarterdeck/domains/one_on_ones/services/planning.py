"""When the two meet next, and how often."""

from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Pair
from ..rules import MOST_AHEAD, skipped_to
from .pairs import running
from .telling import tell


class InThePast(RuleBroken):
    pass


@transaction.atomic
def change_rhythm(
    *, pair: Pair, weeks: int, by: Any, at: datetime, seen_version: int | None = None
) -> Pair:
    """Agree on how many weeks lie between two meetings."""
    pair = running(pair, by)
    if _revised(pair, {"weeks": weeks}, at, seen_version):
        tell("one_on_one.rhythm_changed", pair, by=by, at=at)
    return pair


@transaction.atomic
def move_meeting(
    *,
    pair: Pair,
    next_on: date | None,
    next_time: time | None,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Pair:
    """Set the day of the next meeting, or leave it open."""
    pair = running(pair, by)
    check_day(next_on, at)
    changes = {"next_on": next_on, "next_time": next_time if next_on else None}
    if _revised(pair, changes, at, seen_version):
        tell("one_on_one.moved", pair, by=by, at=at)
    return pair


@transaction.atomic
def skip_meeting(*, pair: Pair, by: Any, at: datetime) -> Pair:
    """Leave this one out: the next is a rhythm later, and the agenda waits for it."""
    pair = running(pair, by)
    later = skipped_to(pair.next_on, pair.weeks, at.date())
    _revised(pair, {"next_on": later}, at, None)
    tell("one_on_one.skipped", pair, by=by, at=at)
    return pair


def check_day(day: date | None, at: datetime) -> None:
    """A meeting that is yet to come is neither behind us nor years away."""
    if day is not None and not at.date() <= day <= at.date() + MOST_AHEAD:
        raise InThePast("Choose a day from today on, within a year.")


def _revised(
    pair: Pair, changes: dict[str, Any], at: datetime, seen: int | None
) -> bool:
    plain = {k: v for k, v in changes.items() if getattr(pair, k) != v}
    return activity.revise_privately(pair, plain, at=at, seen_version=seen)
