"""Who reads of an act here: those it is between, and nothing of its words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of

from ..models import Mentorship
from ..permissions import is_in, takes_part


def tell(verb: str, subject: Any, *people: int | None, by: Any, at: datetime) -> None:
    """Record an act for whoever did it and for these people."""
    accounts = Person.objects.filter(pk__in=[one for one in people if one])
    readers = activity.private(by.pk, *accounts.values_list("user_id", flat=True))
    activity.record(by=by, verb=verb, subject=subject, at=at, audience=readers)


def tell_two(verb: str, pair: Mentorship, *, by: Any, at: datetime) -> None:
    tell(verb, pair, *pair.person_ids, by=by, at=at)


def locked(pair: Mentorship, by: Any) -> Mentorship:
    """Return the pair as it is now; acts of the two in it queue up here."""
    found = Mentorship.objects.select_for_update().get(pk=pair.pk)
    if not is_in(by, found):
        raise PermissionDenied
    return found


def person_id_of(user: Any) -> int:
    """Return the person of an account that may take part."""
    person_id = standing_of(user).person_id
    if person_id is None or not takes_part(user):
        raise PermissionDenied
    return person_id


def save(record: Any, at: datetime, **fields: Any) -> None:
    """Set fields of a locked record, one version further."""
    for name, value in fields.items():
        setattr(record, name, value)
    record.version, record.updated_at = record.version + 1, at
    record.save(update_fields=[*fields, "version", "updated_at"])
