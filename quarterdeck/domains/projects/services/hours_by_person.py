"""Say for whom a task takes other hours than its estimate."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import HoursByPerson, Task
from ..permissions import can_edit_task
from .linked import tell_of_linked, value_of

MOST_HOURS = Decimal(100_000)


class HoursAlreadySaid(RuleBroken):
    pass


class HoursOutOfRange(RuleBroken):
    pass


@transaction.atomic
def add_hours_by_person(
    *, task: Task, person: Person, hours: Decimal, by: Any, at: datetime
) -> HoursByPerson:
    if not can_edit_task(by, task):
        raise PermissionDenied
    _check(hours)
    try:
        with transaction.atomic():
            own = HoursByPerson.objects.create(
                task=task, person=person, hours=hours, created_at=at, updated_at=at
            )
    except IntegrityError:
        told = f"What “{task}” takes of {person} is said already. Change that."
        raise HoursAlreadySaid(told) from None
    tell_of_linked(
        "hours_by_person.added", own, by=by, at=at, before=None, after=value_of(own)
    )
    return own


@transaction.atomic
def edit_hours_by_person(
    *,
    own: HoursByPerson,
    hours: Decimal,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> HoursByPerson:
    own = _locked(own, by)
    _check(hours)
    if own.hours == hours:
        return own
    if seen_version is not None and seen_version < own.version:
        theirs, yours = activity.plain(own.hours), activity.plain(hours)
        raise StaleEdit((Conflict("hours", theirs=theirs, yours=yours, by=""),))
    was = value_of(own)
    activity.revise(own, {"hours": hours}, at=at)
    tell_of_linked(
        "hours_by_person.changed", own, by=by, at=at, before=was, after=value_of(own)
    )
    return own


@transaction.atomic
def remove_hours_by_person(*, own: HoursByPerson, by: Any, at: datetime) -> Activity:
    own = _locked(own, by)
    was = value_of(own)
    HoursByPerson.objects.filter(pk=own.pk).delete()
    return tell_of_linked(
        "hours_by_person.removed", own, by=by, at=at, before=was, after=None
    )


def _check(hours: Decimal) -> None:
    if not 0 < hours <= MOST_HOURS:
        raise HoursOutOfRange("Hours are more than 0 and at most 100,000.")


def _locked(own: HoursByPerson, by: Any) -> HoursByPerson:
    if not can_edit_task(by, own.task):
        raise PermissionDenied
    rows = HoursByPerson.objects.select_for_update(of=("self",))
    return rows.select_related("person", "task__project").get(pk=own.pk)
