"""Put a new version of the vision in force; the older ones stay readable."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import Vision
from ..permissions import can_publish_vision


class VisionUnchanged(RuleBroken):
    pass


@transaction.atomic
def publish_vision(
    *, text: str, reason: str, by: Any, at: datetime, seen_number: int | None = None
) -> Vision:
    """Publish a version; `seen_number` is the one the writer started from."""
    if not can_publish_vision(by):
        raise PermissionDenied
    newest = Vision.objects.select_related("published_by").first()
    if newest is not None and newest.text == text:
        raise VisionUnchanged("This is the vision in force, word for word.")
    number = newest.number if newest else 0
    if newest is not None and seen_number is not None and seen_number < number:
        raise _published_meanwhile(newest, text)
    vision = Vision(
        number=number + 1, text=text, reason=reason, published_at=at, published_by=by
    )
    try:
        with transaction.atomic():
            vision.save(force_insert=True)
    except IntegrityError:
        raise _published_meanwhile(Vision.objects.all()[0], text) from None
    activity.record(
        by=by,
        verb="vision.published",
        subject=vision,
        at=at,
        audience=activity.everyone(),
        details={"number": vision.number, "reason": reason},
    )
    return vision


def _published_meanwhile(newest: Vision, text: str) -> StaleEdit:
    who = str(newest.published_by or "Somebody")
    return StaleEdit((Conflict("vision", theirs=newest.text, yours=text, by=who),))
