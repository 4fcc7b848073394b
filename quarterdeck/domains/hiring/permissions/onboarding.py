"""Templates are common; taking somebody in is for them, their leaders and their buddy."""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import (
    can_curate_skills,
    is_self,
    leads_person,
    standing_of,
)

from ..models import Onboarding, OnboardingAnswer

# Whoever says what a role asks for also says how somebody is taken into it.
can_curate_templates = can_curate_skills


def can_start_onboarding(user: Any, person: Person) -> bool:
    return leads_person(user, person)


def can_run_onboarding(user: Any, onboarding: Onboarding) -> bool:
    """Stop it and take it up again: the leader it names, and the person's leaders."""
    me = standing_of(user).person_id
    is_named = me is not None and onboarding.leader_id == me
    return is_named or leads_person(user, onboarding.person)


def can_answer(user: Any, onboarding: Onboarding) -> bool:
    """What was clear and what was missing is said by the newcomer."""
    return private_rooms_are_open(user) and is_self(user, onboarding.person)


def can_read_answer(
    user: Any, onboarding: Onboarding, answer: OnboardingAnswer
) -> bool:
    """Exactly those the newcomer chose; no leader above them, no admin."""
    me = standing_of(user).person_id
    if me is None or not private_rooms_are_open(user):
        return False
    named = [onboarding.person_id, onboarding.leader_id]
    if answer.readers == OnboardingAnswer.Readers.BOTH:
        named.append(onboarding.buddy_id)
    return me in named
