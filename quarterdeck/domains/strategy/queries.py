"""Read the vision and the values: everybody who is let in may."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.people.permissions import role_of

from .models import Value, Vision
from .rules import Span, compare


@dataclass(frozen=True)
class ComparedVision:
    """One version, and how its words came from the version before it."""

    vision: Vision
    before: Vision | None
    spans: list[Span]


def visions_visible_to(user: Any) -> QuerySet[Vision]:
    """Return every version, the one in force first; also for guests: it is no secret."""
    rows = Vision.objects.select_related("published_by").order_by("-number")
    return rows if role_of(user) else rows.none()


def vision_in_force(user: Any) -> Vision | None:
    return visions_visible_to(user).first()


def compared_vision(*, user: Any, number: int) -> ComparedVision:
    """Return one version beside the one before it."""
    rows = list(visions_visible_to(user).filter(number__lte=number)[:2])
    if not rows or rows[0].number != number:
        raise Vision.DoesNotExist
    vision, before = rows[0], rows[1] if len(rows) > 1 else None
    spans = compare(before.text if before else "", vision.text)
    return ComparedVision(vision, before, spans)


def values_visible_to(user: Any) -> QuerySet[Value]:
    return _values(user).filter(retired_at__isnull=True)


def retired_values_visible_to(user: Any) -> QuerySet[Value]:
    return _values(user).filter(retired_at__isnull=False)


def get_value(*, user: Any, value_id: int) -> Value:
    return _values(user).get(pk=value_id)


def _values(user: Any) -> QuerySet[Value]:
    rows = Value.objects.order_by("position", "id")
    return rows if role_of(user) else rows.none()
