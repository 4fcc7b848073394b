"""Say whether one would like to lead; nobody says it for somebody else."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.people.permissions import is_member

from ..models import Occasion, Willingness
from .telling import locked, person_id_of, tell


@transaction.atomic
def say_willing(
    *, occasion: Occasion, willing: bool | None, by: Any, at: datetime
) -> None:
    """Yes, rather not, or nothing any more. It counts from the next proposal on."""
    if not is_member(by):
        raise PermissionDenied
    occasion, mine = locked(occasion), person_id_of(by)
    rows = Willingness.objects.filter(occasion=occasion, person_id=mine)
    if willing is None:
        rows.delete()
    else:
        Willingness.objects.update_or_create(
            occasion=occasion,
            person_id=mine,
            defaults={"willing": willing, "said_at": at},
        )
    tell("turn.wished", occasion, by=by, at=at)
