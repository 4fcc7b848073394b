"""Who can say that somebody whose account was opened by a link is really them."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.permissions import is_member

from ..models import Membership, Person
from .standing import leads_person, standing_of

if TYPE_CHECKING:
    from quarterdeck.domains.accounts.models import AccountOpening


def can_confirm(user: Any, person: Person, opening: "AccountOpening") -> bool:
    """A leader of theirs or somebody they lead; never whoever made the link.

    Nor an account that came after the link was used, or that is itself in doubt: the
    maker of the link could hold both.
    """
    if user.pk in (opening.user_id, opening.link_made_by_id):
        return False
    if not is_member(user) or user.date_joined > opening.opened_at:
        return False
    if not private_rooms_are_open(user):
        return False
    return leads_person(user, person) or is_led_by(user, person)


def is_led_by(user: Any, person: Person) -> bool:
    """Whether this person leads a team the user is in or below, or manages the user."""
    standing = standing_of(user)
    if standing.person_id is None or standing.person_id == person.pk:
        return False
    if Person.objects.filter(pk=standing.person_id, manager=person).exists():
        return True
    return Membership.objects.filter(_above(standing.person_id), person=person).exists()


def _above(person_id: int) -> Q:
    """Memberships that lead a team which this person is in, or one above it."""
    mine = Membership.objects.filter(person_id=person_id).select_related("team")
    ids = {team_id for row in mine for team_id in row.team.ancestor_ids}
    return Q(leads=True, team_id__in=ids)
