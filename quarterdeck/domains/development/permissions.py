"""Somebody's development is theirs and their leaders'; nobody else has a door to it."""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import (
    can_curate_skills,
    is_member,
    is_self,
    leads_person,
    standing_of,
)

from .models import SkillProof

# Who looks after the common list of skills also says what a role asks for.
can_curate_profiles = can_curate_skills


def can_see_development_of(user: Any, person: Person) -> bool:
    """The person and whoever leads them, with accounts that are surely theirs."""
    if not (is_member(user) and private_rooms_are_open(user)):
        return False
    return is_self(user, person) or leads_person(user, person)


# The plan is written together: each change says whose it is.
can_plan_development_of = can_see_development_of


def can_show_proof(user: Any, person: Person) -> bool:
    """What one can do is shown by oneself."""
    return can_see_development_of(user, person) and is_self(user, person)


# One's own plan for leading and managing is read and written by oneself alone.
can_keep_own_plan = can_show_proof


def can_answer_proof(user: Any, proof: SkillProof) -> bool:
    """Who was asked, or a leader; never the one who shows it."""
    if not private_rooms_are_open(user) or is_self(user, proof.person):
        return False
    me = standing_of(user).person_id
    was_asked = me is not None and me == proof.asked_id
    return was_asked or leads_person(user, proof.person)
