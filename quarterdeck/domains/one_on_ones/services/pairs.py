"""Begin a space of two people, agree to one, end it and open it again."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Meeting, Pair
from ..permissions import can_answer, can_start_with, needs_agreement
from .telling import locked, person_id_of, tell


class AlreadyMeeting(RuleBroken):
    pass


class CannotMeet(RuleBroken):
    pass


class NotRunning(RuleBroken):
    pass


@transaction.atomic
def start_pair(
    *,
    person: Person,
    by: Any,
    at: datetime,
    weeks: int = 2,
    next_on: date | None = None,
    next_time: time | None = None,
) -> Pair:
    """Begin 1:1s with somebody, or ask them where neither leads the other."""
    if not can_start_with(by, person, at.date()):
        raise CannotMeet(f"{person} has no account here, so you cannot share a space.")
    mine = person_id_of(by)
    first, second = sorted((mine, person.pk))
    asks = needs_agreement(by, person)
    pair = Pair(
        first_id=first,
        second_id=second,
        asked_by_id=mine,
        began_at=None if asks else at,
        weeks=weeks,
        next_on=next_on,
        next_time=next_time,
        created_at=at,
        updated_at=at,
    )
    try:
        with transaction.atomic():
            pair.save()
    except IntegrityError:
        raise AlreadyMeeting(f"You and {person} have a space already.") from None
    if not asks:
        add_meeting(pair, at)
    tell("one_on_one.asked" if asks else "one_on_one.started", pair, by=by, at=at)
    return pair


@transaction.atomic
def agree_to_pair(*, pair: Pair, by: Any, at: datetime) -> Pair:
    """Whoever was asked agrees; from now on both may write."""
    pair = _asked(pair, by)
    pair.began_at = pair.updated_at = at
    pair.save(update_fields=["began_at", "updated_at"])
    add_meeting(pair, at)
    tell("one_on_one.agreed", pair, by=by, at=at)
    return pair


@transaction.atomic
def decline_pair(*, pair: Pair, by: Any, at: datetime) -> None:
    """Whoever was asked says no, or whoever asked takes it back: nothing stays."""
    pair = locked(pair, by)
    if pair.began_at is not None:
        raise AlreadyMeeting("You have agreed to these 1:1s already.")
    tell("one_on_one.declined", pair, by=by, at=at)
    pair.delete()


@transaction.atomic
def end_pair(*, pair: Pair, by: Any, at: datetime) -> Pair:
    """Meet no more. What was written stays with the two, for reading."""
    pair = running(pair, by)
    pair.ended_at = pair.updated_at = at
    pair.save(update_fields=["ended_at", "updated_at"])
    tell("one_on_one.ended", pair, by=by, at=at)
    return pair


@transaction.atomic
def restore_pair(*, pair: Pair, by: Any, at: datetime) -> Pair:
    """Meet again where the two left off."""
    pair = locked(pair, by)
    if pair.ended_at is None:
        raise AlreadyMeeting("These 1:1s are not ended.")
    pair.ended_at, pair.updated_at = None, at
    pair.save(update_fields=["ended_at", "updated_at"])
    tell("one_on_one.restored", pair, by=by, at=at)
    return pair


def running(pair: Pair, by: Any) -> Pair:
    """Return the space locked, if the two are meeting."""
    pair = locked(pair, by)
    if not pair.is_running:
        raise NotRunning("These 1:1s are ended, or not agreed on yet.")
    return pair


def add_meeting(pair: Pair, at: datetime) -> Meeting:
    """Lay out the next meeting, so that it can be prepared."""
    return Meeting.objects.create(pair=pair, created_at=at, updated_at=at)


def _asked(pair: Pair, by: Any) -> Pair:
    pair = locked(pair, by)
    if pair.began_at is not None:
        raise AlreadyMeeting("You have agreed to these 1:1s already.")
    if not can_answer(by, pair):
        raise PermissionDenied
    return pair
