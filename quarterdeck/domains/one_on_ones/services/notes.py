"""Write in a meeting: for both, or for oneself alone."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import Conflict, StaleEdit

from ..models import Meeting, Note
from .pairs import running
from .telling import person_id_of, tell, tell_only

# A text is saved while it is written; one act tells of one sitting, not of each pause.
SITTING = timedelta(minutes=15)


@transaction.atomic
def write_note(
    *,
    meeting: Meeting,
    readers: str,
    part: str,
    text: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Note:
    """Save one text of a meeting. Who reads it is settled by which text it is.

    There is no act that changes `readers`: what was written for oneself never becomes
    the other's to read.
    """
    pair = running(meeting.pair, by)
    mine = person_id_of(by)
    own = Note.Readers(readers) == Note.Readers.WRITER
    place = {
        "meeting_id": Meeting.objects.get(pk=meeting.pk, pair=pair).pk,
        "readers": Note.Readers(readers),
        "part": Note.Part(part),
        "writer_id": mine if own else None,
    }
    note = Note.objects.select_related("changed_by").filter(**place).first()
    if note is None:
        note, last = _first(place, text, mine, at, seen_version), None
    else:
        last = note.updated_at if note.changed_by_id == mine else None
        if not _changed(note, text, mine, at, seen_version):
            return note
    if last is None or at - last > SITTING:
        said = tell_only if own else tell
        said("one_on_one.note_written", pair, by=by, at=at)
    return note


def _first(
    place: dict[str, Any], text: str, mine: int, at: datetime, seen: int | None
) -> Note:
    if seen:  # it was there when the page was read, and was erased since
        raise StaleEdit((Conflict("text", theirs="", yours=text, by="Somebody"),))
    return Note.objects.create(
        **place, text=text, changed_by_id=mine, created_at=at, updated_at=at
    )


def _changed(note: Note, text: str, mine: int, at: datetime, seen: int | None) -> bool:
    changes = {"text": text}
    name = str(note.changed_by or "Somebody")
    if not activity.revise_privately(
        note, changes, at=at, seen_version=seen, changed_by=name
    ):
        return False
    note.changed_by_id = mine
    note.save(update_fields=["changed_by"])
    return True
