"""Let in the two, or the three; tell them of an act without its words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of

from ..models import Conversation, Help
from ..permissions import is_helper, is_one_of_two


def locked(conversation: Conversation, by: Any) -> Conversation:
    """Return it as it is now, to one of the two; their acts queue up here."""
    found = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not is_one_of_two(by, found):
        raise PermissionDenied
    return found


def locked_with_helper(conversation: Conversation, by: Any) -> Conversation:
    """The same, also to a helper who has joined."""
    found = Conversation.objects.select_for_update().get(pk=conversation.pk)
    help = Help.objects.filter(conversation=found).first()
    if not (is_one_of_two(by, found) or is_helper(by, help)):
        raise PermissionDenied
    return found


def tell(verb: str, conversation: Conversation, *, by: Any, at: datetime) -> None:
    """Record an act for the two; a helper hears of it once both have let them in."""
    ids = list(conversation.two_ids)
    ids += Help.objects.filter(
        conversation=conversation, agreed_at__isnull=False
    ).values_list("person_id", flat=True)
    users = Person.objects.filter(pk__in=ids).values_list("user_id", flat=True)
    readers = activity.private(*users)
    activity.record(by=by, verb=verb, subject=conversation, at=at, audience=readers)


def touch(conversation: Conversation, at: datetime, *fields: str) -> None:
    conversation.version, conversation.updated_at = conversation.version + 1, at
    conversation.save(update_fields=[*fields, "version", "updated_at"])


def person_id_of(user: Any) -> int:
    person_id = standing_of(user).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id
