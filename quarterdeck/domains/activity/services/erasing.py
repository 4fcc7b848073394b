"""Erase the words of acts and keep the chain: for a person's right to be forgotten."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from ..models import Activity, Change, Content, Reader

TOGETHER = 500


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


@transaction.atomic
def forget_names(
    *,
    actor_ids: Sequence[int],
    subjects: Iterable[tuple[str, int]],
    words: Sequence[str],
    instead: str,
) -> None:
    """Take somebody's names out of all acts: as who did it, as what it was done to,
    and wherever an act tells of them by name. Their number stays; it is in the chain.
    """
    Reader.objects.filter(user_id__in=actor_ids).delete()
    done = Content.objects.filter(activity__actor_id__in=actor_ids)
    done.update(actor_name="", erased=True)
    for kind, subject_id in subjects:
        erase_words_of(kind=kind, subject_id=subject_id)
    for word in words:
        _take_out(word, instead)


def _take_out(word: str, instead: str) -> None:
    """Put another word where this one stands alone, in the names and details of acts."""
    # How a database writes down what is no plain letter inside of JSON is its own.
    written = {word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]}
    holds = Q(subject_name__contains=word)
    for spelled in written:
        holds |= Q(as_text__contains=spelled)
    rows = Content.objects.annotate(as_text=Cast("details", TextField())).filter(holds)
    alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    changed = []
    for row in rows.iterator(chunk_size=TOGETHER):
        row.subject_name = alone.sub(instead, row.subject_name)
        row.details = _replaced(row.details, alone, instead)
        row.erased = True
        changed.append(row)
    fields = ["subject_name", "details", "erased"]
    Content.objects.bulk_update(changed, fields, batch_size=TOGETHER)


def _replaced(value: Any, alone: re.Pattern[str], instead: str) -> Any:
    if isinstance(value, str):
        return alone.sub(instead, value)
    if isinstance(value, list):
        return [_replaced(one, alone, instead) for one in value]
    if isinstance(value, dict):
        return {key: _replaced(one, alone, instead) for key, one in value.items()}
    return value
