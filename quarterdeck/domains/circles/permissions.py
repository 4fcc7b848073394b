"""A circle is for those in it: no leader, no admin, no guest comes in."""

from datetime import date
from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of

from .models import Case, CircleMember, Contribution, Lesson


def can_start(user: Any) -> bool:
    known = is_member(user) and private_rooms_are_open(user)
    return known and standing_of(user).person_id is not None


def is_inside(user: Any, member: CircleMember) -> bool:
    """In the circle, with the rule as it stands now accepted, in an account that is theirs."""
    own = member.person_id == standing_of(user).person_id and can_start(user)
    here = member.joined_at is not None and member.left_at is None
    return own and here and member.accepted_rule == member.circle.rule_number


def can_be_invited(person: Person, today: date) -> bool:
    """Whoever works here and signs in."""
    here = person.ends_on is None or person.ends_on >= today
    return here and person.user_id is not None


def is_author(user: Any, record: Case | Lesson) -> bool:
    return standing_of(user).person_id == record.author_id


def is_writer(user: Any, contribution: Contribution) -> bool:
    return standing_of(user).person_id == contribution.writer_id
