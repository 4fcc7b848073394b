"""Forget somebody: what they share with one other person goes with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import Motivation, Pair


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> int:
    """Erase the spaces, notes, promises and motivations of these people.

    A space is of two: when one is forgotten, it is erased for both. The acts stay in
    the chain without names. Who may ask for this is decided by the room that removes
    people.
    """
    ids = [one.pk for one in people]
    spaces = Pair.objects.filter(Q(first_id__in=ids) | Q(second_id__in=ids))
    own = Motivation.objects.filter(person_id__in=ids)
    for record in (*spaces, *own):
        activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
    _, gone = spaces.delete()
    own.delete()
    return gone.get(Pair._meta.label, 0)
