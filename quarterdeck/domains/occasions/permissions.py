"""Who may set up, arrange and lead: the team among itself, its leaders for it."""

from datetime import date
from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, leads_team, standing_of

from .models import Debrief, Occasion, Turn


def can_set_up_in(user: Any, team: Team) -> bool:
    """Whoever is in the team or leads it."""
    if not is_member(user):
        return False
    return team.pk in standing_of(user).member_team_ids or leads_team(user, team.pk)


def can_arrange(user: Any, occasion: Occasion) -> bool:
    """Whoever leads the team, or set the occasion up: edit it, name who does what."""
    if not is_member(user):
        return False
    standing = standing_of(user)
    mine = standing.person_id is not None and (
        standing.person_id == occasion.set_up_by_id
        and occasion.team_id in standing.team_ids
    )
    return mine or leads_team(user, occasion.team_id)


def can_hand_over(user: Any, turn: Turn) -> bool:
    """One's own turn, and nobody else's."""
    return is_member(user) and standing_of(user).person_id == turn.person_id


def can_answer(user: Any, turn: Turn) -> bool:
    mine = standing_of(user).person_id
    return is_member(user) and mine is not None and mine == turn.offered_to_id


def may_be_asked(person: Person, day: date) -> bool:
    """Who works here that day and can sign in to answer."""
    here = person.ends_on is None or person.ends_on >= day
    return here and person.user_id is not None


def can_write_debrief(user: Any, debrief: Debrief) -> bool:
    own = standing_of(user).person_id == debrief.writer_id
    return own and private_rooms_are_open(user)
