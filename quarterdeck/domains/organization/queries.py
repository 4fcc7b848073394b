"""Read the organization and its teams."""

from typing import Any

from django.db.models import QuerySet

from .models import Organization, Team
from .permissions import is_member


def get_organization() -> Organization | None:
    """Return the one organization, or None before the first run."""
    return Organization.objects.filter(pk=1).first()


def teams_visible_to(user: Any) -> QuerySet[Team]:
    """Return the whole tree in tree order for members, nothing for guests."""
    rows = Team.objects.order_by("path")
    return rows if is_member(user) else rows.none()


def get_team(*, user: Any, team_id: int) -> Team:
    return teams_visible_to(user).get(pk=team_id)


def subtree(team: Team) -> QuerySet[Team]:
    """Return the team and every team below it."""
    return Team.objects.filter(path__startswith=team.path)
