"""Write one's own view, hand it in, release it: nobody else decides who reads it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Conversation, View
from .conversations import running
from .telling import person_id_of, tell


class NotWritten(RuleBroken):
    pass


class NotHandedIn(RuleBroken):
    pass


class AlreadyShown(RuleBroken):
    pass


@transaction.atomic
def write_view(
    *,
    conversation: Conversation,
    seen: str,
    interests: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> View:
    """Save one's own side. The other reads nothing of it before both are handed in."""
    conversation = running(conversation, by)
    mine = person_id_of(by)
    words = {"seen": seen, "interests": interests}
    view = View.objects.filter(conversation=conversation, writer_id=mine).first()
    if view is None:
        view = View.objects.create(
            conversation=conversation,
            writer_id=mine,
            **words,
            created_at=at,
            updated_at=at,
        )
    else:
        _refuse_shown(view)
        if not activity.revise_privately(
            view, words, at=at, seen_version=seen_version, changed_by="You"
        ):
            return view
    tell("conversation.view_written", conversation, by=by, at=at)
    return view


@transaction.atomic
def hand_in_view(*, conversation: Conversation, by: Any, at: datetime) -> View:
    """Say that it is ready. When both are, each reads the other's."""
    conversation, view = _own(conversation, by)
    _refuse_shown(view)
    view.handed_in_at = at
    view.save(update_fields=["handed_in_at"])
    both = View.objects.filter(conversation=conversation, handed_in_at__isnull=False)
    if both.count() == 2:
        both.filter(shown_at=None).update(shown_at=at)
        view.shown_at = at
    tell("conversation.view_handed_in", conversation, by=by, at=at)
    return view


@transaction.atomic
def take_back_view(*, conversation: Conversation, by: Any, at: datetime) -> View:
    """Write on, while nobody has read it."""
    conversation, view = _own(conversation, by)
    _refuse_shown(view)
    if view.handed_in_at is None:
        raise NotHandedIn("Your view is not handed in.")
    view.handed_in_at = None
    view.save(update_fields=["handed_in_at"])
    tell("conversation.view_taken_back", conversation, by=by, at=at)
    return view


@transaction.atomic
def release_view(*, conversation: Conversation, by: Any, at: datetime) -> View:
    """Show one's own view first, without waiting for the other's."""
    conversation, view = _own(conversation, by)
    _refuse_shown(view)
    view.handed_in_at = view.handed_in_at or at
    view.shown_at = at
    view.save(update_fields=["handed_in_at", "shown_at"])
    both = View.objects.filter(conversation=conversation, handed_in_at__isnull=False)
    if both.count() == 2:
        both.filter(shown_at=None).update(shown_at=at)
    tell("conversation.view_released", conversation, by=by, at=at)
    return view


def _own(conversation: Conversation, by: Any) -> tuple[Conversation, View]:
    conversation = running(conversation, by)
    mine = person_id_of(by)
    view = View.objects.filter(conversation=conversation, writer_id=mine).first()
    if view is None or not (view.seen.strip() or view.interests.strip()):
        raise NotWritten("Write your view first.")
    return conversation, view


def _refuse_shown(view: View) -> None:
    if view.shown_at is not None:
        raise AlreadyShown("Your view was shown; it stays as it was read.")
