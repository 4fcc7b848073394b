"""Publish the vision, word the values."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from .models import Vision
from .permissions import can_publish_vision


class VisionUnchanged(RuleBroken):
    pass


@transaction.atomic
def publish_vision(*, text: str, reason: str, by: Any, at: datetime) -> Vision:
    """Put a new version in force; the older ones stay readable."""
    if not can_publish_vision(by):
        raise PermissionDenied
    newest = Vision.objects.first()
    if newest is not None and newest.text == text:
        raise VisionUnchanged("This is the vision in force, word for word.")
    number = (Vision.objects.aggregate(Max("number"))["number__max"] or 0) + 1
    vision = Vision.objects.create(
        number=number, text=text, reason=reason, published_at=at, published_by=by
    )
    activity.record(
        by=by,
        verb="vision.published",
        subject=vision,
        at=at,
        audience=activity.everyone(),
    )
    return vision
