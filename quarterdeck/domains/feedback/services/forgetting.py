"""Forget somebody: what was written for them goes; what they wrote loses their name."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import (
    AskedPerson,
    Feedback,
    FeedbackRequest,
    Recognition,
    RecognitionReceiver,
)


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Erase what is theirs, and leave others what was written for them, without a name.

    The acts stay in the chain without names. Who may ask for this is decided by the
    room that removes people.
    """
    ids = [one.pk for one in people]
    for_them = Q(receiver_id__in=ids)
    unfinished = Q(writer_id__in=ids) & (
        Q(given_at__isnull=True) | Q(withdrawn_at__isnull=False)
    )
    _erase(Feedback.objects.filter(for_them | unfinished))
    written = Feedback.objects.filter(writer_id__in=ids)
    _without_names(written)
    written.update(writer=None, written_by=None)
    _erase(FeedbackRequest.objects.filter(asker_id__in=ids))
    AskedPerson.objects.filter(person_id__in=ids).delete()
    _forget_thanks(ids)


def _forget_thanks(ids: list[int]) -> None:
    RecognitionReceiver.objects.filter(person_id__in=ids).delete()
    left = RecognitionReceiver.objects.filter(recognition=OuterRef("pk"))
    taken_back = Q(giver_id__in=ids, taken_back_at__isnull=False)
    _erase(Recognition.objects.filter(taken_back | ~Exists(left)))
    given = Recognition.objects.filter(giver_id__in=ids)
    _without_names(given)
    given.update(giver=None, given_by=None)


def _erase(rows: Any) -> None:
    _without_names(rows)
    rows.delete()


def _without_names(rows: Any) -> None:
    for record in rows:
        activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
