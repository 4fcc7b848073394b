"""Read teams with the people in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import (
    open_invitations_visible_to,
    teams_visible_to,
)
from quarterdeck.shared.paging import count_up_to

from ..models import Membership, Person
from ..permissions import is_admin, standing_of


def home_team(user: Any) -> Team | None:
    """Return the team to show first: the one they lead, are in, or the top."""
    standing = standing_of(user)
    rows = teams_visible_to(user)
    if standing.led_paths:
        return rows.filter(path__in=standing.led_paths).first()
    if standing.member_team_ids:
        return rows.filter(pk__in=standing.member_team_ids).first()
    return rows.first()


@dataclass
class Staff:
    """Who leads a team, and how many are directly in it."""

    leaders: list[Person] = field(default_factory=list)
    members: int = 0


def staff_of(teams: Iterable[Team]) -> dict[int, Staff]:
    """Return leaders and counts for the teams of one page, in two queries."""
    ids = [team.pk for team in teams]
    staff = {team_id: Staff() for team_id in ids}
    inside = Membership.objects.filter(team_id__in=ids)
    for row in inside.values("team_id").annotate(members=Count("pk")):
        staff[row["team_id"]].members = row["members"]
    for membership in inside.filter(leads=True).select_related("person"):
        staff[membership.team_id].leaders.append(membership.person)
    return staff


def teams_without_lead(user: Any, today: date) -> QuerySet[Team]:
    """Return teams that nobody who works here today leads."""
    here = Q(person__ends_on=None) | Q(person__ends_on__gte=today)
    leads = Membership.objects.filter(here, team=OuterRef("pk"), leads=True)
    return teams_visible_to(user).filter(~Exists(leads))


@dataclass(frozen=True)
class Overview:
    """The organization in numbers, each of them with a page behind it."""

    people: int
    teams: int
    without_lead: int
    invitations: int
    left_with_access: int


def overview_of(*, user: Any, now: datetime) -> Overview:
    """Return the counts that admins look after."""
    today = now.date()
    here = Person.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today))
    return Overview(
        people=count_up_to(here, 1_000_000)[0],
        teams=teams_visible_to(user).count(),
        without_lead=teams_without_lead(user, today).count(),
        invitations=open_invitations_visible_to(user, now).count(),
        left_with_access=left_with_access(user, today).count(),
    )


def left_with_access(user: Any, today: date) -> QuerySet[Person]:
    """Return who left and whose account is still open, for admins to close."""
    rows = Person.objects.filter(ends_on__lt=today, user__is_active=True)
    return rows.order_by("name", "id") if is_admin(user) else rows.none()
