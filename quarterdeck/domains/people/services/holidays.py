"""Public holidays: taken over from the library's list, and one's own."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Organization
from quarterdeck.shared.errors import RuleBroken

from ..models import PublicHoliday
from ..permissions import can_keep_holidays


class HolidayAlreadyKept(RuleBroken):
    pass


@transaction.atomic
def take_over_holidays(
    *, days: Sequence[tuple[date, str]], by: Any, at: datetime, location: str = ""
) -> int:
    """Keep these days; those that are kept already stay as they are."""
    if not can_keep_holidays(by):
        raise PermissionDenied
    known = set(
        PublicHoliday.objects.filter(
            location=location, on__in=[on for on, _ in days]
        ).values_list("on", flat=True)
    )
    fresh = [(on, name) for on, name in days if on not in known]
    PublicHoliday.objects.bulk_create(
        PublicHoliday(on=on, name=name[:200], location=location) for on, name in fresh
    )
    _tell("holidays.taken_over", by, at, {"count": len(fresh), "location": location})
    return len(fresh)


@transaction.atomic
def add_holiday(
    *, on: date, name: str, by: Any, at: datetime, location: str = ""
) -> PublicHoliday:
    """Keep a day of one's own: the patron's day, a bridge day, the summer party."""
    if not can_keep_holidays(by):
        raise PermissionDenied
    row, is_new = PublicHoliday.objects.get_or_create(
        on=on, location=location, defaults={"name": name}
    )
    if not is_new:
        raise HolidayAlreadyKept(f"{row.name} already stands on this day.")
    _tell("holiday.added", by, at, {"on": on.isoformat(), "name": name})
    return row


@transaction.atomic
def remove_holiday(*, holiday: PublicHoliday, by: Any, at: datetime) -> None:
    """Make a holiday a working day again."""
    if not can_keep_holidays(by):
        raise PermissionDenied
    holiday.delete()
    told = {"on": holiday.on.isoformat(), "name": holiday.name}
    _tell("holiday.removed", by, at, told)


def _tell(verb: str, by: Any, at: datetime, details: dict[str, Any]) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=Organization.objects.get(pk=1),
        at=at,
        audience=activity.everyone(),
        details=details,
    )
