"""Who may see and change what is kept about a person."""

from typing import Any

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.permissions import is_admin, is_member

from ..models import Person
from .standing import leads_person, leads_somebody, leads_team, standing_of


def is_self(user: Any, person: Person) -> bool:
    return standing_of(user).person_id == person.pk


def can_see_load_of(user: Any, person: Person) -> bool:
    """A person's load is seen by that person and their leaders; an admin has no door."""
    return is_self(user, person) or leads_person(user, person)


# Why somebody is away, and what a level rests on, is theirs and their leaders' alone.
can_see_reasons_of = can_see_load_of
can_assess = can_see_load_of
can_wish_for = is_self  # in what somebody wants to grow, nobody else can know


def can_manage_person(user: Any, person: Person) -> bool:
    """Their leaders and the admins: employment, manager, working time, leaving."""
    return is_admin(user) or leads_person(user, person)


def can_edit_person(user: Any, person: Person) -> bool:
    return is_self(user, person) or can_manage_person(user, person)


can_plan_time_off = can_edit_person


def can_staff(user: Any, team: Team | None) -> bool:
    """Who may add people to a team, and take them out."""
    return is_admin(user) or (team is not None and leads_team(user, team.pk))


def can_add_people(user: Any) -> bool:
    return is_admin(user) or (is_member(user) and leads_somebody(user))


def can_name_leader(user: Any, team: Team, person: Person) -> bool:
    """Nobody makes themselves a leader: who leads here or above does, or an admin."""
    if is_self(user, person):
        return leads_team(user, team.pk)
    return can_staff(user, team)


# The common list of skills is looked after by whoever uses it to plan.
can_curate_skills = can_add_people
can_keep_holidays = is_admin
