"""Whose account waits to be confirmed, and by whom that can be done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import openings_to_confirm

from ..models import Membership, Person
from ..permissions import can_confirm
from .people import led_by, people_visible_to

if TYPE_CHECKING:
    from quarterdeck.domains.accounts.models import AccountOpening

MOST = 20


@dataclass(frozen=True)
class Unconfirmed:
    """Somebody whose account was opened by a link, and the newest opening."""

    person: Person
    opening: "AccountOpening"


def unconfirmed_near(user: Any) -> list[Unconfirmed]:
    """Return whom this user can confirm: those they lead, and those who lead them."""
    # Hardly ever is anybody waiting: then this is all it costs.
    waiting = openings_to_confirm()
    if not waiting.exists():
        return []
    near = waiting.filter(user_id__in=_accounts_near(user).values("user_id"))
    newest = {row.user_id: row for row in near[:MOST]}
    people = people_visible_to(user).filter(user_id__in=newest)
    found = [
        Unconfirmed(person, newest[person.user_id])
        for person in people
        if person.user_id is not None
    ]
    return [one for one in found if can_confirm(user, one.person, one.opening)]


def get_unconfirmed(*, user: Any, person_id: int) -> Unconfirmed:
    """Return one of them; for everybody else there is nothing to see."""
    person = people_visible_to(user).exclude(user=None).get(pk=person_id)
    waiting = openings_to_confirm().filter(user__person=person)
    opening = waiting.order_by("-id").first()
    if opening is None or not can_confirm(user, person, opening):
        raise Person.DoesNotExist
    return Unconfirmed(person, opening)


def who_can_confirm(user: Any, opening: "AccountOpening") -> list[Person]:
    """Return some who can say that this user is who they are, leaders first."""
    person = Person.objects.filter(user_id=user.pk).first()
    if person is None:
        return []
    leaders = list(_leaders_of(person)[:MOST])
    led = [p for p in _accounts_near(user)[: MOST * 2] if p not in leaders]
    return [
        one
        for one in [*leaders, *led][: MOST * 2]
        if one.user is not None and can_confirm(one.user, person, opening)
    ][:MOST]


def _accounts_near(user: Any) -> QuerySet[Person]:
    """Everybody with an account whom the user leads, and everybody who leads them."""
    person = Person.objects.filter(user_id=user.pk).first()
    if person is None:
        return Person.objects.none()
    wanted = Q(pk__in=led_by(user, Person.objects.all()).values("pk"))
    wanted |= Q(pk__in=_leaders_of(person).values("pk"))
    rows = Person.objects.filter(wanted, user__isnull=False).exclude(pk=person.pk)
    return rows.select_related("user").order_by("name", "id")


def _leaders_of(person: Person) -> QuerySet[Person]:
    mine = Membership.objects.filter(person=person).select_related("team")
    ids = {team_id for row in mine for team_id in row.team.ancestor_ids}
    leads = Membership.objects.filter(leads=True, team_id__in=ids)
    wanted = Q(pk__in=leads.values("person_id"))
    if person.manager_id is not None:
        wanted |= Q(pk=person.manager_id)
    rows = Person.objects.filter(wanted, user__is_active=True).exclude(pk=person.pk)
    return rows.select_related("user").order_by("name", "id")
