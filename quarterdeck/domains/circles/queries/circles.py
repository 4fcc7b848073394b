"""The circles of somebody. Every query of the room starts from their own memberships."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import Circle, CircleMeeting, CircleMember

MOST = 50
SOON = timedelta(days=1)


def own_memberships(user: Any) -> QuerySet[CircleMember]:
    """Return where the user is in or invited to; nothing while in doubt."""
    standing = standing_of(user)
    mine = standing.person_id if standing.is_member else None
    rows = CircleMember.objects.filter(person_id=mine or 0, left_at=None)
    return while_private_rooms_are_open(user, rows)


def inside(user: Any) -> QuerySet[CircleMember]:
    """Return memberships that read and write: joined, and the rule of now accepted."""
    rows = own_memberships(user).filter(joined_at__isnull=False)
    return rows.filter(accepted_rule=F("circle__rule_number"))


def circles_visible_to(user: Any) -> QuerySet[Circle]:
    rows = Circle.objects.filter(pk__in=own_memberships(user).values("circle_id"))
    return rows.order_by("name", "id")


def get_circle(*, user: Any, circle_id: int) -> Circle:
    return circles_visible_to(user).get(pk=circle_id)


def get_open_circle(*, user: Any, circle_id: int) -> Circle:
    """Return a circle that the user reads and writes in."""
    rows = Circle.objects.filter(pk__in=inside(user).values("circle_id"))
    return rows.get(pk=circle_id)


def own_membership(*, user: Any, circle: Circle) -> CircleMember:
    return own_memberships(user).select_related("circle").get(circle=circle)


def members_of(*, user: Any, circle: Circle) -> list[CircleMember]:
    """Return who is in or invited; whoever is asked may see with whom."""
    mine = own_memberships(user).values("circle_id")
    rows = CircleMember.objects.filter(
        circle=circle, circle_id__in=mine, left_at=None
    ).select_related("person", "invited_by")
    return list(rows.order_by("person__name", "id")[:MOST])


def get_member(*, user: Any, member_id: int) -> CircleMember:
    """Return somebody in a circle whose inside the user reads."""
    rows = CircleMember.objects.filter(
        circle_id__in=inside(user).values("circle_id"), left_at=None
    )
    return rows.select_related("circle", "person").get(pk=member_id)


def meetings_visible_to(user: Any) -> QuerySet[CircleMeeting]:
    rows = CircleMeeting.objects.filter(circle_id__in=inside(user).values("circle_id"))
    return rows.select_related("circle").order_by("on", "id")


def get_circle_meeting(*, user: Any, circle_meeting_id: int) -> CircleMeeting:
    return meetings_visible_to(user).get(pk=circle_meeting_id)


def lines_of(user: Any, today: date) -> list[CircleMember]:
    """Return the user's circles with how many are in and when they meet next."""
    joined = Q(circle__members__left_at=None, circle__members__joined_at__isnull=False)
    rows = own_memberships(user).select_related("circle", "invited_by")
    rows = rows.annotate(
        people=Count("circle__members", filter=joined), next_on=_next(today)
    )
    return list(rows.order_by("circle__name", "id")[:MOST])


def waiting_for(user: Any, today: date) -> list[CircleMember]:
    """Return invitations, rules to accept, and circles that meet today or tomorrow."""
    rows = own_memberships(user).annotate(next_on=_next(today))
    changed = Q(accepted_rule__lt=F("circle__rule_number"))
    soon = Q(next_on__lte=today + SOON)
    rows = rows.filter(Q(joined_at=None) | changed | soon)
    return list(rows.select_related("circle", "invited_by").order_by("id")[:MOST])


def _next(today: date) -> Subquery:
    ahead = CircleMeeting.objects.filter(circle=OuterRef("circle"), on__gte=today)
    return Subquery(
        ahead.order_by().values("circle").annotate(first=Min("on")).values("first")
    )
