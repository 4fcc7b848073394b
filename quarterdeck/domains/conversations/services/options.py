"""What could be done: gathered before anything is decided."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Conversation, Option, View
from .conversations import running
from .telling import person_id_of, tell


class NotShownYet(RuleBroken):
    pass


@transaction.atomic
def add_option(
    *, conversation: Conversation, text: str, by: Any, at: datetime
) -> Option:
    """Each of the two may, and a helper; first both views are shown."""
    conversation = running(conversation, by, helper=True)
    refuse_before_views(conversation)
    option = Option.objects.create(
        conversation=conversation,
        text=text,
        added_by_id=person_id_of(by),
        created_at=at,
        updated_at=at,
    )
    tell("conversation.option_added", conversation, by=by, at=at)
    return option


@transaction.atomic
def edit_option(
    *, option: Option, text: str, by: Any, at: datetime, seen_version: int | None = None
) -> Option:
    option = _own(option, by)
    if activity.revise_privately(
        option, {"text": text}, at=at, seen_version=seen_version, changed_by="You"
    ):
        tell("conversation.option_edited", option.conversation, by=by, at=at)
    return option


@transaction.atomic
def remove_option(*, option: Option, by: Any, at: datetime) -> None:
    option = _own(option, by)
    tell("conversation.option_removed", option.conversation, by=by, at=at)
    option.delete()


def refuse_before_views(conversation: Conversation) -> None:
    """Positions come after interests: both sides are read before anything is solved."""
    shown = View.objects.filter(conversation=conversation, shown_at__isnull=False)
    if shown.count() < 2:
        raise NotShownYet("First both of you hand in how you see it.")


def _own(option: Option, by: Any) -> Option:
    conversation = running(option.conversation, by, helper=True)
    found = Option.objects.get(pk=option.pk, conversation=conversation)
    if found.added_by_id != person_id_of(by):
        raise PermissionDenied
    return found
