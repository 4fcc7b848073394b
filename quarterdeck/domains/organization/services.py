"""Found the organization, grow its tree of teams."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from .models import Organization, Role, Team
from .permissions import is_admin


class OrganizationAlreadyFounded(RuleBroken):
    pass


class TeamNameTaken(RuleBroken):
    pass


@transaction.atomic
def found_organization(
    *, name: str, by: Any, at: datetime, time_zone: str = "UTC"
) -> Team:
    """Create the organization and its root team; the founder becomes its admin."""
    if Organization.objects.exists():
        raise OrganizationAlreadyFounded("This instance already has an organization.")
    Organization.objects.create(
        pk=1, name=name, time_zone=time_zone, created_at=at, updated_at=at
    )
    give_role(user=by, name=Role.Name.ADMIN, at=at)
    return add_team(name=name, parent=None, by=by, at=at)


def give_role(*, user: Any, name: str, at: datetime) -> None:
    Role.objects.update_or_create(user=user, defaults={"name": name, "given_at": at})
    user._role = name


@transaction.atomic
def add_team(
    *, name: str, parent: Team | None, by: Any, at: datetime, is_demo: bool = False
) -> Team:
    """Add a team below `parent`. Admins shape the tree."""
    if not is_admin(by):
        raise PermissionDenied
    team = _new_team(name, parent, at, is_demo)
    activity.record(
        by=by, verb="team.added", subject=team, at=at, audience=activity.everyone()
    )
    return team


def _new_team(name: str, parent: Team | None, at: datetime, is_demo: bool) -> Team:
    team = Team(name=name, parent=parent, is_demo=is_demo, created_at=at, updated_at=at)
    # The path holds the team's own id, which is known only after the insert; the
    # placeholder is unique because no real path lacks its slashes.
    team.path = f"new {name} under {parent.pk if parent else 0}"
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError:
        raise TeamNameTaken(f"There already is a team “{name}” here.") from None
    team.path = f"{parent.path if parent else '/'}{team.pk}/"
    team.save(update_fields=["path"])
    return team
