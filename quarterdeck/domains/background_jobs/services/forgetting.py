"""Erase the jobs of somebody, and whatever a job tells of them."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from ..models import Job


@transaction.atomic
def forget_accounts(*, user_ids: Sequence[int], words: Sequence[str]) -> None:
    """Their own jobs go, and ended ones that name them.

    A worker notices that a job it is at is gone, as when somebody discards it.
    """
    Job.objects.filter(owner_id__in=user_ids).delete()
    ended = Job.objects.exclude(state__in=[Job.State.QUEUED, Job.State.RUNNING])
    ended = ended.annotate(
        given=Cast("arguments", TextField()), made=Cast("result", TextField())
    )
    for word in words:
        told = Q(name__contains=word) | Q(error__contains=word)
        told |= Q(progress_message__contains=word) | Q(given__contains=word)
        ended.filter(told | Q(made__contains=word)).delete()
