"""Who follows whom, and what they wrote about it."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import people_visible_to

from ..models import Shadowing, ShadowLog


def shadowings_visible_to(user: Any) -> QuerySet[Shadowing]:
    """Return those in which one follows, or is followed."""
    mine = standing_of(user).person_id
    if mine is None:
        return Shadowing.objects.none()
    rows = Shadowing.objects.filter(Q(shadow_id=mine) | Q(leader_id=mine))
    rows = rows.select_related("shadow", "leader").order_by("-on", "-id")
    return while_private_rooms_are_open(user, rows)


def get_shadowing(*, user: Any, shadowing_id: int) -> Shadowing:
    return shadowings_visible_to(user).get(pk=shadowing_id)


def logs_visible_to(user: Any) -> QuerySet[ShadowLog]:
    """Return one's own, and those that a shadow shares with whom they followed."""
    mine = standing_of(user).person_id or 0
    own, shared = Q(shadowing__shadow_id=mine), Q(shadowing__leader_id=mine)
    rows = ShadowLog.objects.filter(own | shared & Q(is_shared=True))
    rows = rows.select_related("shadowing__shadow", "shadowing__leader")
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def log_of(*, user: Any, shadowing: Shadowing) -> ShadowLog | None:
    return logs_visible_to(user).filter(shadowing=shadowing).first()


def leaders_to_follow(user: Any) -> QuerySet[Person]:
    """Return who leads a team and can sign in: who can be asked."""
    leading = Membership.objects.filter(leads=True).values("person_id")
    rows = people_visible_to(user) if is_member(user) else Person.objects.none()
    rows = rows.filter(pk__in=leading, user__is_active=True)
    return rows.exclude(pk=standing_of(user).person_id or 0)
