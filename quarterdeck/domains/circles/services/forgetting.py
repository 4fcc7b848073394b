"""Forget somebody: their cases, what they said, and circles nobody is in any more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import Case, Circle, CircleMember, Contribution, Lesson, Takeaway
from .members import erase_if_empty


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> int:
    """Erase what these people brought, said, took and shared; return how many cases.

    What others said to their cases goes with the case. A circle stays with whoever is
    in it. Who may ask for this is decided by the room that removes people.
    """
    ids = [person.pk for person in people]
    lessons = Lesson.objects.filter(author_id__in=ids)
    for lesson in lessons:
        activity.erase_words_of(kind=kind_of(lesson), subject_id=lesson.pk)
    lessons.delete()
    _, gone = Case.objects.filter(author_id__in=ids).delete()
    Contribution.objects.filter(writer_id__in=ids).delete()
    Takeaway.objects.filter(person_id__in=ids).delete()
    theirs = CircleMember.objects.filter(person_id__in=ids)
    circles = list(Circle.objects.filter(pk__in=theirs.values("circle_id")))
    theirs.delete()
    for circle in circles:
        erase_if_empty(circle)
    return gone.get(Case._meta.label, 0)
