"""The catalogue is everybody's; a place in it is the person's and their leaders'."""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.development.permissions import can_see_development_of
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import (
    can_curate_skills,
    is_member,
    is_self,
    leads_person,
    leads_somebody,
    leads_team,
    standing_of,
)

from .models import Enrolment, Evaluation

# Who looks after the list of skills also looks after what trains them.
can_curate_catalogue = can_curate_skills
can_compare = can_curate_catalogue
# A place is seen by whom it is for and by whoever leads them.
can_see_training_of = can_see_development_of


def can_ask_for(user: Any, person: Person) -> bool:
    """One asks for oneself."""
    return can_see_training_of(user, person) and is_self(user, person)


def can_answer_for(user: Any, person: Person) -> bool:
    """A leader says yes or no; who is led by nobody decides for themselves."""
    if not (is_member(user) and private_rooms_are_open(user)):
        return False
    if is_self(user, person):
        return not is_led(person)
    return leads_person(user, person)


def can_answer_invitation(user: Any, enrolment: Enrolment) -> bool:
    return can_ask_for(user, enrolment.person)


def is_led(person: Person) -> bool:
    """Whether anybody else leads a team of theirs or above it, or is their manager."""
    if person.manager_id is not None and person.manager_id != person.pk:
        return True
    own = Membership.objects.filter(person=person).select_related("team")
    above = {i for membership in own for i in membership.team.ancestor_ids}
    leads = Membership.objects.filter(team_id__in=above, leads=True)
    return leads.exclude(person=person).exists()


def can_write(user: Any, evaluation: Evaluation) -> bool:
    """Whoever is asked, in an account that is surely theirs."""
    known = is_member(user) and private_rooms_are_open(user)
    return known and standing_of(user).person_id == evaluation.writer_id


def can_see_budget_of(user: Any, team: Team) -> bool:
    """Whoever leads the team or a team above; an admin has no door to it."""
    known = is_member(user) and private_rooms_are_open(user)
    return known and leads_team(user, team.pk)


can_set_budget_of = can_see_budget_of


def can_see_reports(user: Any) -> bool:
    known = is_member(user) and private_rooms_are_open(user)
    return known and leads_somebody(user)
