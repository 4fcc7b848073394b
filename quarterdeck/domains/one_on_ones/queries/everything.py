"""Everything in the private rooms that is somebody's own, for their export."""

from typing import Any

from django.db.models import Q

from quarterdeck.domains.people.permissions import standing_of

from ..models import Note
from .meetings import meetings_visible_to, notes_visible_to
from .motivation import motivations_visible_to
from .pairs import pairs_visible_to
from .promises import promises_visible_to
from .topics import topics_visible_to


def everything_of(user: Any) -> dict[str, Any]:
    """Return the querysets of what the user wrote or shares; nothing while in doubt.

    Common notes belong to both, so each of the two takes them along.
    """
    mine = standing_of(user).person_id or 0
    common = Q(readers=Note.Readers.PAIR)
    return {
        "one_on_ones": pairs_visible_to(user),
        "one_on_one_meetings": meetings_visible_to(user).order_by("id"),
        "one_on_one_topics": topics_visible_to(user).filter(added_by_id=mine),
        "one_on_one_notes": notes_visible_to(user)
        .filter(common | Q(writer_id=mine))
        .order_by("id"),
        "promises": promises_visible_to(user),
        "motivation": motivations_visible_to(user).filter(person_id=mine),
    }
