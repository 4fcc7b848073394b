"""Bring a third person in: one asks, the other agrees, the helper joins."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Conversation, Help
from ..permissions import can_be_asked
from .conversations import CannotBeAsked, running
from .telling import person_id_of, tell


class HelperIsThere(RuleBroken):
    pass


class NoHelper(RuleBroken):
    pass


@transaction.atomic
def ask_helper(
    *, conversation: Conversation, person: Person, by: Any, at: datetime
) -> Help:
    """Say whom one would like. They hear nothing of it before the other agrees."""
    conversation = running(conversation, by)
    if Help.objects.filter(conversation=conversation).exists():
        raise HelperIsThere("Somebody is asked already. End that first.")
    if person.pk in conversation.two_ids or not can_be_asked(by, person, at.date()):
        raise CannotBeAsked(f"{person} cannot help here: choose somebody else.")
    help = Help.objects.create(
        conversation=conversation, person=person, asked_by_id=person_id_of(by)
    )
    tell("conversation.helper_asked", conversation, by=by, at=at)
    return help


@transaction.atomic
def agree_to_helper(*, conversation: Conversation, by: Any, at: datetime) -> Help:
    """The other of the two agrees: whoever helps may read what both have shown."""
    conversation = running(conversation, by)
    help = _help(conversation)
    if help.asked_by_id == person_id_of(by):
        raise PermissionDenied
    if help.agreed_at is not None:
        raise HelperIsThere("You have agreed already.")
    help.agreed_at = at
    help.save(update_fields=["agreed_at"])
    tell("conversation.helper_agreed", conversation, by=by, at=at)
    return help


@transaction.atomic
def join_as_helper(*, conversation: Conversation, by: Any, at: datetime) -> Help:
    found = Conversation.objects.select_for_update().get(pk=conversation.pk)
    help = _help(found)
    own = help.person_id == person_id_of(by) and private_rooms_are_open(by)
    if not own or help.agreed_at is None:
        raise PermissionDenied
    if help.joined_at is not None or not found.is_running:
        raise HelperIsThere("There is nothing to join.")
    help.joined_at = at
    help.save(update_fields=["joined_at"])
    tell("conversation.helper_joined", found, by=by, at=at)
    return help


@transaction.atomic
def end_help(*, conversation: Conversation, by: Any, at: datetime) -> None:
    """Any of the three may; the helper reads no longer. A question is declined by it."""
    found = Conversation.objects.select_for_update().get(pk=conversation.pk)
    help = _help(found)
    asked = help.person_id if help.agreed_at is not None else None
    in_it = person_id_of(by) in (*found.two_ids, asked)
    if not in_it or not private_rooms_are_open(by):
        raise PermissionDenied
    tell("conversation.help_ended", found, by=by, at=at)
    help.delete()


def _help(conversation: Conversation) -> Help:
    help = Help.objects.filter(conversation=conversation).first()
    if help is None:
        raise NoHelper("Nobody is asked to help.")
    return help
