"""Let in who is in, and tell of an act to those in the circle: without its words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.permissions import standing_of

from ..models import Circle, CircleMember
from ..permissions import is_inside


def own_locked(circle: Circle, by: Any) -> CircleMember:
    """Return one's own membership as it is now; acts in a circle queue up here."""
    circle = Circle.objects.select_for_update().get(pk=circle.pk)
    rows = CircleMember.objects.filter(circle=circle, left_at=None)
    member = rows.filter(person_id=person_id_of(by)).first()
    if member is None:
        raise PermissionDenied
    member.circle = circle
    return member


def inside(circle: Circle, by: Any) -> CircleMember:
    """The same, of whoever has joined and accepted the rule as it stands now."""
    member = own_locked(circle, by)
    if not is_inside(by, member):
        raise PermissionDenied
    return member


def tell(
    verb: str,
    circle: Circle,
    *,
    by: Any,
    at: datetime,
    also: tuple[int | None, ...] = (),
) -> None:
    joined = CircleMember.objects.filter(
        circle=circle, left_at=None, joined_at__isnull=False
    )
    users = joined.values_list("person__user_id", flat=True)
    readers = activity.private(by.pk, *users, *also)
    activity.record(by=by, verb=verb, subject=circle, at=at, audience=readers)


def person_id_of(user: Any) -> int:
    person_id = standing_of(user).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id
