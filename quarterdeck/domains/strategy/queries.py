"""Read the vision and the values: everybody who is let in may."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.people.permissions import role_of

from .models import Value, Vision


def visions_visible_to(user: Any) -> QuerySet[Vision]:
    """Return every version, the one in force first; also for guests: it is no secret."""
    rows = Vision.objects.order_by("-number")
    return rows if role_of(user) else rows.none()


def vision_in_force(user: Any) -> Vision | None:
    return visions_visible_to(user).first()


def values_visible_to(user: Any) -> QuerySet[Value]:
    rows = Value.objects.filter(retired_at__isnull=True)
    return rows if role_of(user) else rows.none()
