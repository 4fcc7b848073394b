"""Who reads of an act in a private room: the two, and nothing of its words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of

from ..models import Pair
from ..permissions import is_in


def tell(verb: str, pair: Pair, *, by: Any, at: datetime) -> None:
    """Record an act for both."""
    accounts = Person.objects.filter(pk__in=pair.person_ids)
    readers = activity.private(*accounts.values_list("user_id", flat=True))
    activity.record(by=by, verb=verb, subject=pair, at=at, audience=readers)


def tell_only(verb: str, subject: Any, *, by: Any, at: datetime) -> None:
    """Record an act for whoever did it."""
    readers = activity.private(by.pk)
    activity.record(by=by, verb=verb, subject=subject, at=at, audience=readers)


def locked(pair: Pair, by: Any) -> Pair:
    """Return the space as it is now; acts of the two in it queue up here."""
    found = Pair.objects.select_for_update().get(pk=pair.pk)
    if not is_in(by, found):
        raise PermissionDenied
    return found


def person_id_of(user: Any) -> int:
    person_id = standing_of(user).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id
