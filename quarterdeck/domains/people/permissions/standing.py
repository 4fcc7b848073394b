"""Where somebody stands: the teams they are in and the teams they lead."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Role, Team

from ..models import Membership, Person

_TEAM = "user__person__memberships__team"
READ = (
    *("name", "user__person", "user__person__ends_on"),
    *(_TEAM, "user__person__memberships__leads", f"{_TEAM}__path", f"{_TEAM}__name"),
)


@dataclass(frozen=True)
class Standing:
    """One user's place in the organization, read once for a request."""

    user_id: int
    role: str | None
    person_id: int | None
    member_team_ids: frozenset[int]
    led_paths: tuple[str, ...]  # the tops of the subtrees this user leads
    last_day: date | None = None
    team_names: tuple[tuple[str, str], ...] = ()  # with the path of each

    @property
    def is_member(self) -> bool:
        """Admins are members; guests see only what is shared with them."""
        return self.role in (Role.Name.ADMIN, Role.Name.MEMBER)

    @property
    def leads_all(self) -> bool:
        """Whether this user leads the top team, which holds everybody."""
        return any(path.count("/") == 2 for path in self.led_paths)

    @cached_property
    def led_team_ids(self) -> frozenset[int]:
        """Those teams and every team below them; read once, where somebody asks.

        To be looked up in, not to be written into a query: `teams_near` and
        `led_teams` say the same as a subquery.
        """
        return frozenset(led_teams(self).values_list("pk", flat=True))

    @cached_property
    def team_ids(self) -> frozenset[int]:
        return self.member_team_ids | self.led_team_ids


def teams_near(standing: Standing) -> QuerySet[Team]:
    """The teams somebody is in or leads, as a subquery.

    Whoever leads a large organization leads thousands of teams: their ids written out
    in every query would cost more than the query.
    """
    return Team.objects.filter(Q(pk__in=standing.member_team_ids) | is_led(standing))


def led_teams(standing: Standing) -> QuerySet[Team]:
    """The teams somebody leads and all below them, as a subquery."""
    return Team.objects.filter(is_led(standing))


def is_led(standing: Standing, path: str = "path") -> Q:
    """Ask of the path of a team whether this user leads it or a team above."""
    led = Q(pk__in=())
    for top in standing.led_paths:
        led |= Q(**{f"{path}__startswith": top})
    return led


def leads(standing: Standing, team: Team) -> bool:
    """Whether this user leads the team or a team above, without asking the database."""
    return any(team.path.startswith(top) for top in standing.led_paths)


def standing_of(user: Any) -> Standing:
    """Return the user's standing; one query, the first time in a request."""
    if not hasattr(user, "_standing"):
        user._standing = _read_standing(user)
    standing: Standing = user._standing
    return standing


def _read_standing(user: Any) -> Standing:
    """Read role, person and memberships in one statement: every page asks for them."""
    rows = []
    if getattr(user, "is_active", False) and user.is_authenticated:
        rows = list(Role.objects.filter(user_id=user.pk).values_list(*READ))
        user._role = rows[0][0] if rows else None  # what `role_of` would ask for again
    role, person_id, last_day = rows[0][:3] if rows else (None, None, None)
    teams = [row[3:] for row in rows if row[3] is not None]
    return Standing(
        user_id=user.pk,
        role=role,
        person_id=person_id,
        member_team_ids=frozenset(team_id for team_id, *_ in teams),
        led_paths=tuple(path for _, leads, path, _ in teams if leads),
        team_names=tuple((path, name) for _, _, path, name in teams),
        last_day=last_day,
    )


def is_let_in(user: Any, today: date) -> bool:
    """Whether somebody has a role and their last day is not over.

    Asked at the doors, where the time is known: so access ends by itself, also where
    no worker runs at night, and a last day that is moved counts at once.
    """
    standing = standing_of(user)
    if standing.role is None:
        return False
    return standing.last_day is None or today <= standing.last_day


def leads_team(user: Any, team_id: int | None) -> bool:
    """Whether the user leads this team or a team above it."""
    standing = standing_of(user)
    if team_id is None or not standing.led_paths:
        return False
    return standing.leads_all or team_id in standing.led_team_ids


def leads_somebody(user: Any) -> bool:
    return bool(standing_of(user).led_paths)


def leads_person(user: Any, person: Person) -> bool:
    """Whether the user leads a team this person is in, or is above them in line."""
    standing = standing_of(user)
    if standing.person_id is None or standing.person_id == person.pk:
        return False
    if person.manager_id == standing.person_id:
        return True
    if not standing.led_paths:
        return False
    memberships = Membership.objects.filter(is_led(standing, "team__path"))
    return memberships.filter(person=person).exists()
