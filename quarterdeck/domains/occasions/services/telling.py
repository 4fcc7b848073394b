"""Who hears of an act: the team of the occasion."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.permissions import standing_of

from ..models import Occasion
from ..permissions import can_arrange


def tell(
    verb: str,
    occasion: Occasion,
    *,
    by: Any,
    at: datetime,
    changes: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=occasion,
        at=at,
        audience=activity.team(occasion.team_id),
        changes=changes,
    )


def locked(occasion: Occasion) -> Occasion:
    """Return the occasion as it is now; acts on it queue up here."""
    rows = Occasion.objects.select_for_update(of=("self",)).select_related("team")
    return rows.get(pk=occasion.pk)


def arranged(occasion: Occasion, by: Any) -> Occasion:
    found = locked(occasion)
    if not can_arrange(by, found):
        raise PermissionDenied
    return found


def person_id_of(user: Any) -> int:
    person_id = standing_of(user).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id
