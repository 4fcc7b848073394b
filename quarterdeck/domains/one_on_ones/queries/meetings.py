"""Meetings and what was written in them."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import Meeting, Note, Pair
from .pairs import pairs_visible_to


def meetings_visible_to(user: Any) -> QuerySet[Meeting]:
    spaces = pairs_visible_to(user).order_by().values("pk")
    rows = Meeting.objects.filter(pair_id__in=spaces)
    return rows.select_related("pair__first__user", "pair__second__user")


def get_meeting(*, user: Any, meeting_id: int) -> Meeting:
    return meetings_visible_to(user).get(pk=meeting_id)


def next_meeting(pair: Pair) -> Meeting | None:
    """Return the one that is being prepared or held, of a space one was let into."""
    return Meeting.objects.filter(pair=pair, closed_at=None).first()


def past_meetings(*, user: Any, pair: Pair) -> QuerySet[Meeting]:
    rows = meetings_visible_to(user).filter(pair=pair, closed_at__isnull=False)
    return rows.order_by("-closed_at")


def notes_visible_to(user: Any) -> QuerySet[Note]:
    """Return the common texts of one's spaces, and one's own; never the other's own."""
    spaces = pairs_visible_to(user).order_by().values("pk")
    common = Q(readers=Note.Readers.PAIR)
    own = Q(readers=Note.Readers.WRITER, writer_id=standing_of(user).person_id)
    rows = Note.objects.filter(common | own, meeting__pair_id__in=spaces)
    return rows.select_related("changed_by")


def is_a_text(readers: str, part: str) -> bool:
    """Whether a meeting has such a text."""
    return readers in Note.Readers.values and part in Note.Part.values


def texts_of(*, user: Any, meeting: Meeting) -> dict[tuple[str, str], Note]:
    """Return the texts of a meeting by who reads them and which part they are."""
    rows = notes_visible_to(user).filter(meeting=meeting)
    return {(row.readers, row.part): row for row in rows}
