"""Put thanks in better words; whoever reads them sees how they read before."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import Recognition, RecognitionWording
from ..permissions import can_edit_recognition, gave
from .recognizing import standing_recognition
from .telling import those_thanked


class WordsStand(RuleBroken):
    pass


@transaction.atomic
def edit_recognition(
    *,
    recognition: Recognition,
    words: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Recognition:
    recognition = standing_recognition(recognition)
    if not gave(by, recognition):
        raise PermissionDenied
    if not can_edit_recognition(by, recognition, at):
        raise WordsStand("After a week the words stand. You can take them back.")
    words = words.strip()
    if words == recognition.words:
        return recognition
    if seen_version is not None and seen_version != recognition.version:
        raise StaleEdit((Conflict("words", recognition.words, words, by=str(by)),))
    RecognitionWording.objects.create(
        recognition=recognition,
        version=recognition.version,
        until=at,
        words=recognition.words,
    )
    recognition.words, recognition.edited_at = words, at
    recognition.version += 1
    recognition.save(update_fields=["words", "edited_at", "version"])
    activity.record(
        by=by,
        verb="recognition.edited",
        subject=recognition,
        at=at,
        audience=those_thanked(recognition),
    )
    return recognition
