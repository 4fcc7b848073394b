"""Who does what by when, and that both agree to all of it."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Consent, Conversation, Undertaking
from .conversations import running
from .options import refuse_before_views
from .telling import person_id_of, tell, touch


class NothingToAgreeOn(RuleBroken):
    pass


@transaction.atomic
def add_undertaking(
    *,
    conversation: Conversation,
    person: Person,
    what: str,
    due_on: date,
    by: Any,
    at: datetime,
) -> Undertaking:
    """Write down what one of the two would do; it holds once both agree."""
    conversation = running(conversation, by)
    refuse_before_views(conversation)
    if person.pk not in conversation.two_ids:
        raise PermissionDenied
    undertaking = Undertaking.objects.create(
        conversation=conversation,
        person=person,
        what=what,
        due_on=due_on,
        created_at=at,
        updated_at=at,
    )
    _ask_again(conversation, at)
    tell("conversation.undertaking_added", conversation, by=by, at=at)
    return undertaking


@transaction.atomic
def edit_undertaking(
    *,
    undertaking: Undertaking,
    what: str,
    due_on: date,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Undertaking:
    """Change it: both agree again."""
    undertaking, conversation = _in(undertaking, by)
    changes = {"what": what, "due_on": due_on}
    plain = {k: v for k, v in changes.items() if getattr(undertaking, k) != v}
    if activity.revise_privately(undertaking, plain, at=at, seen_version=seen_version):
        _ask_again(conversation, at)
        tell("conversation.undertaking_edited", conversation, by=by, at=at)
    return undertaking


@transaction.atomic
def remove_undertaking(*, undertaking: Undertaking, by: Any, at: datetime) -> None:
    undertaking, conversation = _in(undertaking, by)
    undertaking.delete()
    _ask_again(conversation, at)
    tell("conversation.undertaking_removed", conversation, by=by, at=at)


@transaction.atomic
def finish_undertaking(
    *, undertaking: Undertaking, on: date, by: Any, at: datetime
) -> Undertaking:
    """It is done; either of the two may say so."""
    undertaking, conversation = _in(undertaking, by)
    if activity.revise_privately(undertaking, {"done_on": on}, at=at):
        tell("conversation.undertaking_finished", conversation, by=by, at=at)
    return undertaking


@transaction.atomic
def reopen_undertaking(
    *, undertaking: Undertaking, by: Any, at: datetime
) -> Undertaking:
    undertaking, conversation = _in(undertaking, by)
    if activity.revise_privately(undertaking, {"done_on": None}, at=at):
        tell("conversation.undertaking_reopened", conversation, by=by, at=at)
    return undertaking


@transaction.atomic
def set_follow_up(
    *, conversation: Conversation, on: date, by: Any, at: datetime
) -> Conversation:
    """Choose the day on which both look back. A day that is set later needs no new yes."""
    conversation = running(conversation, by)
    refuse_before_views(conversation)
    if conversation.follow_up_on != on:
        conversation.follow_up_on = on
        touch(conversation, at, "follow_up_on")
        tell("conversation.follow_up_set", conversation, by=by, at=at)
    return conversation


@transaction.atomic
def agree_to_all(*, conversation: Conversation, by: Any, at: datetime) -> Conversation:
    """Say yes to what stands there. It is settled once both have."""
    conversation = running(conversation, by)
    written = Undertaking.objects.filter(conversation=conversation)
    if conversation.follow_up_on is None or not written.exists():
        raise NothingToAgreeOn(
            "First write down who does what, and when you look back."
        )
    Consent.objects.get_or_create(
        conversation=conversation,
        person_id=person_id_of(by),
        defaults={"given_at": at},
    )
    both = Consent.objects.filter(conversation=conversation).count() == 2
    if both and conversation.settled_at is None:
        conversation.settled_at = at
        touch(conversation, at, "settled_at")
    tell("conversation.consented", conversation, by=by, at=at)
    return conversation


def _ask_again(conversation: Conversation, at: datetime) -> None:
    """What was agreed is not what stands there now."""
    Consent.objects.filter(conversation=conversation).delete()
    if conversation.settled_at is not None:
        conversation.settled_at = None
        touch(conversation, at, "settled_at")


def _in(undertaking: Undertaking, by: Any) -> tuple[Undertaking, Conversation]:
    conversation = running(undertaking.conversation, by)
    found = Undertaking.objects.get(pk=undertaking.pk, conversation=conversation)
    return found, conversation
