"""Forget somebody: their turns, what they said they would like, what they wrote."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import Debrief, DebriefReader, Occasion, Turn, Willingness


@transaction.atomic
def forget_people(*, people: Iterable[Person], by: Any, at: datetime) -> int:
    """Erase these people's turns, wishes and debriefs; return how many debriefs.

    An occasion is the team's and stays, without the name of who set it up. Who may ask
    for this is decided by the room that removes people.
    """
    ids = [person.pk for person in people]
    written = Debrief.objects.filter(writer_id__in=ids)
    for debrief in written:
        activity.erase_words_of(kind=kind_of(debrief), subject_id=debrief.pk)
    _, gone = written.delete()
    DebriefReader.objects.filter(person_id__in=ids).delete()
    Willingness.objects.filter(person_id__in=ids).delete()
    Turn.objects.filter(person_id__in=ids).delete()
    no_offer: dict[str, Any] = {"offered_to": None, "offered_for": None}
    Turn.objects.filter(offered_to_id__in=ids).update(
        **no_offer, offered_with="", updated_at=at
    )
    Occasion.objects.filter(set_up_by_id__in=ids).update(set_up_by=None)
    return gone.get(Debrief._meta.label, 0)
