"""What motivates me: written by oneself alone."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.activity import services as activity

from ..models import Motivation
from .telling import person_id_of, tell_only


@transaction.atomic
def write_motivation(
    *,
    text: str,
    audience: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Motivation | None:
    """Save what motivates the one who writes, and whom they let know.

    Nobody writes it for somebody else, and nobody else chooses who reads it. An empty
    text takes it away.
    """
    if not private_rooms_are_open(by):
        raise PermissionDenied
    mine = person_id_of(by)
    changes = {"text": text.strip(), "audience": Motivation.Audience(audience)}
    rows = Motivation.objects.select_for_update().filter(person_id=mine)
    found = rows.first()
    if not changes["text"]:
        if found is not None:
            tell_only("motivation.removed", found, by=by, at=at)
            found.delete()
        return None
    if found is None:
        found = Motivation.objects.create(
            person_id=mine, **changes, created_at=at, updated_at=at
        )
    elif not activity.revise_privately(
        found, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        return found
    tell_only("motivation.written", found, by=by, at=at)
    return found
