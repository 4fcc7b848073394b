"""Where somebody stands: the teams they are in and the teams they lead."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.permissions import role_of

from ..models import Membership, Person


@dataclass(frozen=True)
class Standing:
    """One user's place in the organization, read once for a request."""

    user_id: int
    role: str | None
    person_id: int | None
    member_team_ids: frozenset[int]
    led_paths: tuple[str, ...]  # the tops of the subtrees this user leads
    led_team_ids: frozenset[int]  # those teams and every team below them
    last_day: date | None = None

    @property
    def team_ids(self) -> frozenset[int]:
        return self.member_team_ids | self.led_team_ids


def teams_near(standing: Standing) -> QuerySet[Team]:
    """The teams somebody is in or leads, as a subquery.

    Whoever leads a large organization leads thousands of teams: their ids written out
    in every query would cost more than the query.
    """
    wanted = Q(pk__in=standing.member_team_ids)
    for path in standing.led_paths:
        wanted |= Q(path__startswith=path)
    return Team.objects.filter(wanted)


def standing_of(user: Any) -> Standing:
    """Return the user's standing; three queries the first time in a request."""
    if not hasattr(user, "_standing"):
        user._standing = _read_standing(user)
    standing: Standing = user._standing
    return standing


def _read_standing(user: Any) -> Standing:
    role = role_of(user)
    rows = []
    person_id, last_day = None, None
    if role is not None:
        known = Person.objects.filter(user_id=user.pk).values_list("pk", "ends_on")
        person_id, last_day = known.first() or (None, None)
        if person_id is not None:
            rows = list(
                Membership.objects.filter(person_id=person_id).values_list(
                    "team_id", "leads", "team__path"
                )
            )
    led_paths = tuple(path for _, leads, path in rows if leads)
    return Standing(
        user_id=user.pk,
        role=role,
        person_id=person_id,
        member_team_ids=frozenset(team_id for team_id, _, _ in rows),
        led_paths=led_paths,
        led_team_ids=_below(led_paths),
        last_day=last_day,
    )


def is_let_in(user: Any, today: date) -> bool:
    """Whether somebody has a role and their last day is not over.

    Asked at the doors, where the time is known: so access ends by itself, also where
    no worker runs at night, and a last day that is moved counts at once.
    """
    if role_of(user) is None:
        return False
    last_day = standing_of(user).last_day
    return last_day is None or today <= last_day


def _below(paths: tuple[str, ...]) -> frozenset[int]:
    if not paths:
        return frozenset()
    wanted = Q()
    for path in paths:
        wanted |= Q(path__startswith=path)
    return frozenset(Team.objects.filter(wanted).values_list("pk", flat=True))


def leads_team(user: Any, team_id: int | None) -> bool:
    """Whether the user leads this team or a team above it."""
    return team_id is not None and team_id in standing_of(user).led_team_ids


def leads_somebody(user: Any) -> bool:
    return bool(standing_of(user).led_team_ids)


def leads_person(user: Any, person: Person) -> bool:
    """Whether the user leads a team this person is in, or is above them in line."""
    standing = standing_of(user)
    if standing.person_id is None or standing.person_id == person.pk:
        return False
    if person.manager_id == standing.person_id:
        return True
    memberships = Membership.objects.filter(person=person)
    return memberships.filter(team_id__in=standing.led_team_ids).exists()
