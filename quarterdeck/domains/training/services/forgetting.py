"""Forget people: their places and answers go; what was spent stays as a sum."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q, Sum

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..choices import SPENT
from ..models import Enrolment, Evaluation, TrainingBudget


@transaction.atomic
def forget_people(*, people: Iterable[Person], by: Any, at: datetime) -> int:
    """Erase what is theirs and what they wrote about others; return how many places.

    Answers that others shared with them stay with their writers. Who may ask for this
    is decided by the room that removes people, which also tells that it was done.
    """
    ids = [person.pk for person in people]
    places = Enrolment.objects.filter(person_id__in=ids)
    answers = Evaluation.objects.filter(
        Q(writer_id__in=ids) | Q(enrolment__person_id__in=ids)
    )
    for record in (*places, *answers):
        activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
    _keep_sums(ids, at)
    shared = Evaluation.objects.filter(shared_with_id__in=ids)
    shared.update(shared_with=None, updated_at=at)
    answers.delete()
    _, gone = places.delete()
    return gone.get(Enrolment._meta.label, 0)


def _keep_sums(ids: list[int], at: datetime) -> None:
    """Money that was spent is spent, whoever it was for."""
    paid = Enrolment.objects.filter(person_id__in=ids, state__in=SPENT)
    sums = paid.exclude(cost=None).order_by().values("team", "year")
    for row in sums.annotate(whole=Sum("cost")):
        TrainingBudget.objects.filter(team=row["team"], year=row["year"]).update(
            spent_for_erased=F("spent_for_erased") + row["whole"], updated_at=at
        )
