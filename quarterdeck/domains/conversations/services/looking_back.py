"""On the follow-up date: does it hold?"""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Conversation, LookBack
from .conversations import running
from .telling import person_id_of, tell


class NotDueYet(RuleBroken):
    pass


@transaction.atomic
def look_back(
    *, conversation: Conversation, holds: str, words: str, by: Any, at: datetime
) -> LookBack:
    """Say whether it holds, from the follow-up date on. All in it read both answers."""
    conversation = running(conversation, by)
    day = conversation.follow_up_on
    if conversation.settled_at is None or day is None or at.date() < day:
        raise NotDueYet("You look back on the day you both chose.")
    said = {"holds": LookBack.Holds(holds), "words": words}
    place = {"conversation": conversation, "person_id": person_id_of(by), "of": day}
    found = LookBack.objects.filter(**place).first()
    if found is None:
        found = LookBack.objects.create(**place, **said, created_at=at, updated_at=at)
    elif not activity.revise_privately(found, said, at=at):
        return found
    tell("conversation.looked_back", conversation, by=by, at=at)
    return found
