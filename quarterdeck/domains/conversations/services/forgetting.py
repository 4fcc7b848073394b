"""Forget somebody: a conversation is of two, so it goes for both."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import Contact, Conversation, Help


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> int:
    """Erase the conversations of these people; return how many.

    Where they helped, the conversation stays without them. Who may ask for this is
    decided by the room that removes people.
    """
    ids = [person.pk for person in people]
    theirs = Conversation.objects.filter(Q(opener_id__in=ids) | Q(other_id__in=ids))
    for conversation in theirs:
        activity.erase_words_of(kind=kind_of(conversation), subject_id=conversation.pk)
    _, gone = theirs.delete()
    Help.objects.filter(person_id__in=ids).delete()
    Contact.objects.filter(person_id__in=ids).delete()
    return gone.get(Conversation._meta.label, 0)
