"""What somebody wrote in conversations, for them to take along."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import Consent, Contact, Help
from .conversations import conversations_visible_to, open_to
from .parts import (
    look_backs_visible_to,
    options_visible_to,
    undertakings_visible_to,
    views_visible_to,
)


def own_conversation_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return one's own side; of the other's nothing but what both undertook."""
    mine = standing_of(user).person_id or 0
    two = Q(opener_id=mine) | Q(other_id=mine)
    return {
        "conversations": open_to(user).filter(two),
        "conversation_options": options_visible_to(user).filter(added_by_id=mine),
        "conversation_consents": Consent.objects.filter(
            person_id=mine, conversation__in=open_to(user).order_by().values("pk")
        ),
        "conversation_help": Help.objects.filter(
            Q(person_id=mine) | Q(asked_by_id=mine),
            conversation__in=conversations_visible_to(user).order_by().values("pk"),
        ),
        "being_somebody_to_turn_to": Contact.objects.filter(person_id=mine),
        "conversation_views": views_visible_to(user).filter(writer_id=mine),
        "conversation_undertakings": undertakings_visible_to(user).filter(
            person_id=mine
        ),
        "conversation_look_backs": look_backs_visible_to(user).filter(person_id=mine),
    }
