"""Name whom people may turn to: the organization's contact, known to every member."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person

from ..models import Contact
from ..permissions import can_name_contact


@transaction.atomic
def name_contact(*, person: Person, words: str, by: Any, at: datetime) -> Contact:
    """Say who it is. It opens nothing to them: they are called by whoever wants to."""
    if not can_name_contact(by):
        raise PermissionDenied
    contact, _ = Contact.objects.update_or_create(
        pk=1, defaults={"person": person, "words": words, "named_at": at}
    )
    _tell("contact.named", contact, by, at)
    return contact


@transaction.atomic
def remove_contact(*, by: Any, at: datetime) -> None:
    if not can_name_contact(by):
        raise PermissionDenied
    contact = Contact.objects.filter(pk=1).first()
    if contact is not None:
        _tell("contact.removed", contact, by, at)
        contact.delete()


def _tell(verb: str, contact: Contact, by: Any, at: datetime) -> None:
    readers = activity.everyone()
    activity.record(by=by, verb=verb, subject=contact, at=at, audience=readers)
