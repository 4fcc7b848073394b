"""Take it back, as long as it is not done."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Erasure
from ..permissions import can_take_back_erasure
from .beginning import still_open
from .telling import those_concerned


@transaction.atomic
def take_back_erasure(*, erasure: Erasure, by: Any, at: datetime) -> Erasure:
    erasure = still_open(erasure)
    if not can_take_back_erasure(by, erasure):
        raise PermissionDenied
    erasure.taken_back_at = at
    erasure.save(update_fields=["taken_back_at"])
    activity.record(
        by=by,
        verb="erasure.taken_back",
        subject=erasure,
        subject_name=erasure.person.name if erasure.person else "",
        at=at,
        audience=those_concerned(erasure),
    )
    return erasure
