"""Mentoring is for its two people; a leader sees that it is, and no word of it."""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.development.permissions import can_see_development_of
from quarterdeck.domains.people.permissions import (
    is_member,
    is_self,
    leads_somebody,
    standing_of,
)

from .models import LeadershipProject, Mentorship, Shadowing

# A wish is as much somebody's own as their plan: they and their leaders read it.
can_see_wishes_of = can_see_development_of
# What somebody practises is agreed with whoever leads them, or taken on by oneself.
can_give_practice_to = can_see_development_of


def takes_part(user: Any) -> bool:
    """Whether somebody may offer, wish, ask and follow: a member, surely themselves."""
    here = standing_of(user).person_id is not None
    return here and is_member(user) and private_rooms_are_open(user)


def can_propose_pairs(user: Any) -> bool:
    return takes_part(user) and leads_somebody(user)


def is_in(user: Any, pair: Mentorship) -> bool:
    """One of the two, in an account that is known to be theirs."""
    if not private_rooms_are_open(user):
        return False
    return standing_of(user).person_id in pair.person_ids


def can_answer(user: Any, pair: Mentorship) -> bool:
    return is_in(user, pair) and pair.waits_for(standing_of(user).person_id)


def can_write_goal(user: Any, pair: Mentorship) -> bool:
    """The goal is the mentee's, and so is the choice of who reads it."""
    return is_in(user, pair) and standing_of(user).person_id == pair.mentee_id


def is_shadow(user: Any, row: Shadowing) -> bool:
    return private_rooms_are_open(user) and is_self(user, row.shadow)


def is_followed(user: Any, row: Shadowing) -> bool:
    if row.leader is None or not private_rooms_are_open(user):
        return False
    return is_self(user, row.leader)


def can_debrief(user: Any, row: LeadershipProject) -> bool:
    """Who practises says what they learnt, and nobody says it for them."""
    return takes_part(user) and is_self(user, row.person)
