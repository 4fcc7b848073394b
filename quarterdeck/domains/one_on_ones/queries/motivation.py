"""What motivates somebody, as far as they let the reader know."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import is_member, standing_of, teams_near

from ..models import Motivation
from .pairs import pairs_visible_to


def motivations_visible_to(user: Any) -> QuerySet[Motivation]:
    """Return one's own, those of one's partners, and those told to one's teams."""
    standing = standing_of(user)
    seen = Q(person_id=standing.person_id or 0)
    running = pairs_visible_to(user).filter(began_at__isnull=False, ended_at=None)
    ids = running.order_by().values_list("first_id", "second_id")
    partners = {person_id for two in ids for person_id in two}
    shared = (Motivation.Audience.PARTNERS, Motivation.Audience.TEAM)
    seen |= Q(audience__in=shared, person_id__in=partners)
    if is_member(user):
        near = Membership.objects.filter(team__in=teams_near(standing))
        seen |= Q(
            audience=Motivation.Audience.TEAM, person_id__in=near.values("person_id")
        )
    rows = Motivation.objects.filter(seen).select_related("person")
    return while_private_rooms_are_open(user, rows.order_by("person__name", "id"))


def motivation_of(*, user: Any, person: Person) -> Motivation | None:
    return motivations_visible_to(user).filter(person=person).first()


def own_motivation(user: Any) -> Motivation | None:
    mine = standing_of(user).person_id
    return motivations_visible_to(user).filter(person_id=mine or 0).first()
