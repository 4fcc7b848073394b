"""Two people erase somebody: one who asks for it, and an admin who begins it.

Asking is for the person themselves, or for a leader or an admin once the person has
left. So nobody alone can make the words of two people disappear: neither an admin, nor
whoever has got hold of an account.
"""

from datetime import date
from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import can_manage_person, is_self

from .models import Erasure


def can_look_at_erasure_of(user: Any, person: Person) -> bool:
    """Whether the page that tells what would go is there for this user."""
    return is_self(user, person) or can_manage_person(user, person)


def can_ask_for_erasure(user: Any, person: Person, today: date) -> bool:
    """The person; their leaders and admins once the last day is over.

    An account that an admin's link opened asks for nothing until it is confirmed.
    """
    if not private_rooms_are_open(user):
        return False
    if is_self(user, person):
        return True
    has_left = person.ends_on is not None and person.ends_on < today
    return has_left and can_manage_person(user, person)


def can_begin_erasure(user: Any, erasure: Erasure) -> bool:
    """An admin, but not the one who asked, nor the one who is to be forgotten."""
    if not is_admin(user) or not private_rooms_are_open(user):
        return False
    if erasure.asked_by_id == user.pk or erasure.person is None:
        return False
    return not is_self(user, erasure.person)


def can_take_back_erasure(user: Any, erasure: Erasure) -> bool:
    """Whoever asked, the person, and any admin, until the day it is done."""
    if is_admin(user) or erasure.asked_by_id == user.pk:
        return True
    return erasure.person is not None and is_self(user, erasure.person)
