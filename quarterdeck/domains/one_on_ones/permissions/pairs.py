"""A pair is for its two people: no leader, no admin, no guest comes in."""

from datetime import date
from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import (
    is_led_by,
    is_member,
    leads_person,
    standing_of,
)

from ..models import Pair


def is_in(user: Any, pair: Pair) -> bool:
    """One of the two, in an account that is known to be theirs."""
    if not private_rooms_are_open(user):
        return False
    return standing_of(user).person_id in pair.person_ids


def can_answer(user: Any, pair: Pair) -> bool:
    """Whoever was asked to meet, and has not answered."""
    asked = pair.began_at is None and pair.ended_at is None
    return (
        asked and is_in(user, pair) and standing_of(user).person_id != pair.asked_by_id
    )


def can_start_with(user: Any, person: Person, today: date) -> bool:
    """Any other person who works here and has an account."""
    here = person.ends_on is None or person.ends_on >= today
    other = standing_of(user).person_id not in (None, person.pk)
    known = is_member(user) and private_rooms_are_open(user)
    return known and other and here and person.user_id is not None


def needs_agreement(user: Any, person: Person) -> bool:
    """Where one leads the other they simply begin; everybody else is asked."""
    return not (leads_person(user, person) or is_led_by(user, person))
