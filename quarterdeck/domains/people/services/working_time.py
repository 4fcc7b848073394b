"""When somebody works, and when not."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Person, TimeOff, WorkingPattern
from ..permissions import can_manage_person, can_plan_time_off
from .audiences import around

WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
LONGEST = 731  # days in one stretch of time off


class TimeOffOverlaps(RuleBroken):
    pass


class TimeOffNotPossible(RuleBroken):
    pass


@transaction.atomic
def set_working_pattern(
    *,
    person: Person,
    starts_on: date,
    hours: Sequence[Decimal | float],
    by: Any,
    at: datetime,
) -> WorkingPattern:
    """Say the hours of each weekday from a day on; the same first day replaces."""
    if not can_manage_person(by, person):
        raise PermissionDenied
    week = dict(zip(WEEKDAYS, hours, strict=True))
    pattern, _ = WorkingPattern.objects.update_or_create(
        person=person, starts_on=starts_on, defaults=week
    )
    activity.record(
        by=by,
        verb="working_pattern.set",
        subject=person,
        at=at,
        audience=around(person),
        details={"from": starts_on.isoformat(), "hours": [float(h) for h in hours]},
    )
    return pattern


@transaction.atomic
def remove_working_pattern(*, pattern: WorkingPattern, by: Any, at: datetime) -> None:
    """Drop a pattern; the one before it goes on."""
    person = pattern.person
    if not can_manage_person(by, person):
        raise PermissionDenied
    pattern.delete()
    activity.record(
        by=by,
        verb="working_pattern.removed",
        subject=person,
        at=at,
        audience=around(person),
        details={"from": pattern.starts_on.isoformat()},
    )


@transaction.atomic
def add_time_off(
    *,
    person: Person,
    starts_on: date,
    ends_on: date,
    by: Any,
    at: datetime,
    reason: str = "",
) -> TimeOff:
    """Write down days away. The reason stays out of the activity."""
    if not can_plan_time_off(by, person):
        raise PermissionDenied
    if ends_on < starts_on:
        raise TimeOffNotPossible("The last day away comes before the first.")
    if (ends_on - starts_on).days >= LONGEST:
        raise TimeOffNotPossible("That is more than two years: write it in parts.")
    Person.objects.select_for_update().get(pk=person.pk)
    other = person.time_off.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)
    if (found := other.first()) is not None:
        raise TimeOffOverlaps(
            f"{person} is already away from {_day(found.starts_on)} "
            f"to {_day(found.ends_on)}."
        )
    row = TimeOff.objects.create(
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=reason,
        created_at=at,
        updated_at=at,
    )
    _tell("time_off.added", row, by, at)
    return row


@transaction.atomic
def remove_time_off(*, time_off: TimeOff, by: Any, at: datetime) -> None:
    """Take days away back."""
    if not can_plan_time_off(by, time_off.person):
        raise PermissionDenied
    row_id = time_off.pk
    time_off.delete()
    time_off.pk = row_id
    _tell("time_off.removed", time_off, by, at)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _tell(verb: str, row: TimeOff, by: Any, at: datetime) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=row,
        at=at,
        audience=around(row.person),
        subject_name=f"{row.person}, {row}",
    )
