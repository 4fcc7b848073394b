"""Look back after leading. Who reads it is chosen before writing, and stays so."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Debrief, DebriefReader, Occasion, Turn
from ..permissions import can_write_debrief
from .telling import locked, person_id_of


class DidNotLead(RuleBroken):
    pass


class AlreadyWritten(RuleBroken):
    pass


@transaction.atomic
def write_debrief(
    *,
    occasion: Occasion,
    on: date,
    went_well: str,
    otherwise: str,
    by: Any,
    at: datetime,
    readers: Iterable[Person] = (),
) -> Debrief:
    """Write down what went well and what one would do otherwise, on a date one led."""
    if not private_rooms_are_open(by):
        raise PermissionDenied
    occasion, mine = locked(occasion), person_id_of(by)
    led = Turn.objects.filter(occasion=occasion, on=on, part=Turn.Part.LEADS)
    if on > at.date() or not led.filter(person_id=mine).exists():
        raise DidNotLead("You look back on a date that you have led.")
    if Debrief.objects.filter(occasion=occasion, on=on, writer_id=mine).exists():
        raise AlreadyWritten("You have looked back on that date already. Edit it.")
    debrief = Debrief.objects.create(
        occasion=occasion,
        on=on,
        writer_id=mine,
        went_well=went_well,
        otherwise=otherwise,
        created_at=at,
        updated_at=at,
    )
    chosen = {person.pk for person in readers} - {mine}
    DebriefReader.objects.bulk_create(
        DebriefReader(debrief=debrief, person_id=one) for one in sorted(chosen)
    )
    _tell("debrief.written", debrief, by, at)
    return debrief


@transaction.atomic
def edit_debrief(
    *,
    debrief: Debrief,
    went_well: str,
    otherwise: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Debrief:
    debrief = _own(debrief, by)
    changes = {"went_well": went_well, "otherwise": otherwise}
    if activity.revise_privately(
        debrief, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        _tell("debrief.edited", debrief, by, at)
    return debrief


@transaction.atomic
def remove_debrief(*, debrief: Debrief, by: Any, at: datetime) -> None:
    """Erase it, for whoever was named too."""
    debrief = _own(debrief, by)
    _tell("debrief.removed", debrief, by, at)
    debrief.delete()


def _own(debrief: Debrief, by: Any) -> Debrief:
    found = Debrief.objects.select_for_update().get(pk=debrief.pk)
    if not can_write_debrief(by, found):
        raise PermissionDenied
    return found


def _tell(verb: str, debrief: Debrief, by: Any, at: datetime) -> None:
    named = Person.objects.filter(
        pk__in=DebriefReader.objects.filter(debrief=debrief).values("person_id")
    )
    readers = activity.private(by.pk, *named.values_list("user_id", flat=True))
    activity.record(by=by, verb=verb, subject=debrief, at=at, audience=readers)
