"""A conversation is for its two, and a helper both let in: no leader, no admin."""

from datetime import date
from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of

from .models import Conversation, Help

can_name_contact = is_admin


def can_open(user: Any) -> bool:
    known = is_member(user) and private_rooms_are_open(user)
    return known and standing_of(user).person_id is not None


def can_be_asked(user: Any, person: Person, today: date) -> bool:
    """Another person who works here and signs in."""
    here = person.ends_on is None or person.ends_on >= today
    other = standing_of(user).person_id not in (None, person.pk)
    return here and other and person.user_id is not None


def is_one_of_two(user: Any, conversation: Conversation) -> bool:
    if not private_rooms_are_open(user):
        return False
    return standing_of(user).person_id in conversation.two_ids


def is_helper(user: Any, help: Help | None) -> bool:
    """Whom both let in, and who has joined."""
    if help is None or help.joined_at is None or not private_rooms_are_open(user):
        return False
    return standing_of(user).person_id == help.person_id
