"""Erase the words of acts and keep the chain: for a person's right to be forgotten."""

from django.db import transaction

from ..models import Activity, Change, Content


@transaction.atomic
def erase_words_of(*, kind: str, subject_id: int) -> int:
    """Blank names, details and field values of every act about one record."""
    acts = Activity.objects.filter(subject_kind=kind, subject_id=subject_id)
    Change.objects.filter(subject_kind=kind, subject_id=subject_id).update(
        before=None, after=None, erased=True
    )
    return Content.objects.filter(activity__in=acts).update(
        actor_name="", subject_name="", details={}, erased=True
    )
