"""Open a conversation, agree to it, close it with or without an agreement."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Conversation
from ..permissions import can_be_asked, can_open
from .telling import locked, locked_with_helper, person_id_of, tell, touch


class CannotBeAsked(RuleBroken):
    pass


class AlreadyAnswered(RuleBroken):
    pass


class NotRunning(RuleBroken):
    pass


class NotClosed(RuleBroken):
    pass


@transaction.atomic
def open_conversation(
    *, other: Person, about: str, by: Any, at: datetime
) -> Conversation:
    """Ask somebody to talk something through. Nothing is written before they agree."""
    if not can_open(by):
        raise PermissionDenied
    if not can_be_asked(by, other, at.date()):
        raise CannotBeAsked(f"{other} cannot be asked: choose somebody who signs in.")
    conversation = Conversation.objects.create(
        opener_id=person_id_of(by),
        other=other,
        about=about,
        created_at=at,
        updated_at=at,
    )
    tell("conversation.opened", conversation, by=by, at=at)
    return conversation


@transaction.atomic
def agree_to_conversation(
    *, conversation: Conversation, by: Any, at: datetime
) -> Conversation:
    conversation = locked(conversation, by)
    if conversation.other_id != person_id_of(by):
        raise PermissionDenied
    if conversation.began_at is not None:
        raise AlreadyAnswered("You have agreed to this conversation already.")
    conversation.began_at = at
    touch(conversation, at, "began_at")
    tell("conversation.agreed", conversation, by=by, at=at)
    return conversation


@transaction.atomic
def decline_conversation(*, conversation: Conversation, by: Any, at: datetime) -> None:
    """Say no, or take one's own question back: nothing of it stays."""
    conversation = locked(conversation, by)
    if conversation.began_at is not None:
        raise AlreadyAnswered("You have agreed already. You can close it instead.")
    tell("conversation.declined", conversation, by=by, at=at)
    conversation.delete()


@transaction.atomic
def close_conversation(
    *, conversation: Conversation, by: Any, at: datetime
) -> Conversation:
    """End it, with an agreement or without: either may, and needs no reason."""
    conversation = running(conversation, by)
    conversation.closed_at, conversation.closed_by_id = at, person_id_of(by)
    touch(conversation, at, "closed_at", "closed_by")
    tell("conversation.closed", conversation, by=by, at=at)
    return conversation


@transaction.atomic
def restore_conversation(
    *, conversation: Conversation, by: Any, at: datetime
) -> Conversation:
    """Go on after all: only whoever closed it, so that nobody is held in it."""
    conversation = locked(conversation, by)
    if conversation.closed_at is None:
        raise NotClosed("This conversation is not closed.")
    if conversation.closed_by_id != person_id_of(by):
        raise PermissionDenied
    conversation.closed_at, conversation.closed_by = None, None
    touch(conversation, at, "closed_at", "closed_by")
    tell("conversation.restored", conversation, by=by, at=at)
    return conversation


def running(
    conversation: Conversation, by: Any, *, helper: bool = False
) -> Conversation:
    """Return it locked, if the two are talking."""
    enter = locked_with_helper if helper else locked
    found = enter(conversation, by)
    if not found.is_running:
        raise NotRunning("This conversation is closed, or not agreed on yet.")
    return found
