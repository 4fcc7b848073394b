"""Read the organization and its teams."""

from typing import Any

from django.db.models import Exists, Q, QuerySet

from ..models import Organization, Team
from ..permissions import is_member

FEW = 200  # a tree that fits into one list of choices


def get_organization() -> Organization | None:
    """Return the one organization, or None before the first run."""
    return Organization.objects.filter(pk=1).first()


def teams_visible_to(user: Any) -> QuerySet[Team]:
    """Return the whole tree in tree order for members, nothing for guests."""
    rows = Team.objects.order_by("path")
    return rows if is_member(user) else rows.none()


def get_team(*, user: Any, team_id: int) -> Team:
    return teams_visible_to(user).get(pk=team_id)


def find_teams(*, user: Any, text: str) -> QuerySet[Team]:
    """Return the teams whose name holds the text; all of them without a text."""
    rows = teams_visible_to(user).select_related("parent")
    return rows.filter(name__icontains=text) if text else rows


def subtree(team: Team) -> QuerySet[Team]:
    """Return the team and every team below it."""
    return Team.objects.filter(path__startswith=team.path)


def above(team: Team) -> list[Team]:
    """Return the teams from the root down to this one."""
    return list(Team.objects.filter(pk__in=team.ancestor_ids).order_by("path"))


def near(*, user: Any, team: Team | None) -> list[Team]:
    """Return the teams to choose from beside this one, in tree order.

    All of them while the tree is small; else the way up, the neighbours, and what
    stands right below. One query either way: the database itself looks whether there
    are more than a few.
    """
    everything = teams_visible_to(user)
    wanted = Q(parent=None) | Q(~Exists(everything.order_by()[FEW : FEW + 1]))
    if team is not None:
        wanted |= Q(pk__in=team.ancestor_ids)
        wanted |= Q(parent_id=team.parent_id) | Q(parent=team)
    return list(everything.filter(wanted)[:FEW])


def root_team() -> Team | None:
    """Return the topmost team, for commands of whoever runs the instance."""
    return Team.objects.filter(parent__isnull=True).order_by("pk").first()
