"""The first act of an instance."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Organization, Role, Team
from .roles import give_role
from .teams import add_team, edit_team, new_team


class OrganizationAlreadyFounded(RuleBroken):
    pass


@transaction.atomic
def found_organization(
    *, name: str, by: Any, at: datetime, time_zone: str = "UTC"
) -> Team:
    """Create the organization and its root team; the founder becomes its admin.

    An instance that a command has filled while nobody had an account has its teams
    already: then the founder takes it over under the name they give it.
    """
    if Role.objects.exists():
        raise OrganizationAlreadyFounded("This instance already has an organisation.")
    Organization.objects.update_or_create(
        pk=1,
        defaults={"name": name, "time_zone": time_zone, "updated_at": at},
        create_defaults={
            "name": name,
            "time_zone": time_zone,
            "created_at": at,
            "updated_at": at,
        },
    )
    give_role(user=by, name=Role.Name.ADMIN, at=at)
    root = Team.objects.filter(parent__isnull=True).order_by("pk").first()
    if root is None:
        return add_team(name=name, parent=None, by=by, at=at)
    return edit_team(team=root, name=name, by=by, at=at)


@transaction.atomic
def found_unattended(*, name: str, at: datetime) -> Team:
    """Prepare an instance that has no account yet, for a command that fills it."""
    if Organization.objects.exists():
        raise OrganizationAlreadyFounded("This instance already has an organisation.")
    Organization.objects.create(pk=1, name=name[:200], created_at=at, updated_at=at)
    team = new_team(name[:200], None, at, False)
    activity.record(
        by=activity.OPERATOR,
        verb="team.added",
        subject=team,
        at=at,
        audience=activity.everyone(),
    )
    return team
