"""What somebody wrote in conversations, for them to take along."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from .conversations import open_to
from .parts import look_backs_visible_to, undertakings_visible_to, views_visible_to


def own_conversation_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return one's own side; of the other's nothing but what both undertook."""
    mine = standing_of(user).person_id or 0
    two = Q(opener_id=mine) | Q(other_id=mine)
    return {
        "conversations": open_to(user).filter(two),
        "conversation_views": views_visible_to(user).filter(writer_id=mine),
        "conversation_undertakings": undertakings_visible_to(user).filter(
            person_id=mine
        ),
        "conversation_look_backs": look_backs_visible_to(user).filter(person_id=mine),
    }
