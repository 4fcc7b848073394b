"""Say that somebody whose account was opened by a link is really them."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.services import OpenedAgain, confirm_opening

from ..models import Person
from ..permissions import can_confirm

if TYPE_CHECKING:
    from quarterdeck.domains.accounts.models import AccountOpening


@transaction.atomic
def confirm_person(
    *, person: Person, opening: "AccountOpening", seen: int, by: Any, at: datetime
) -> None:
    """Open their private rooms again; the act is recorded for both.

    `seen` is the opening that was read when the person was asked: one that came since
    may be somebody else's.
    """
    if opening.pk != seen:
        raise OpenedAgain(f"The account of {person} was opened again. Ask them anew.")
    if opening.user_id != person.user_id or not can_confirm(by, person, opening):
        raise PermissionDenied
    confirm_opening(opening=opening, by=by, at=at)
