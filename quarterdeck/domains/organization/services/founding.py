"""The first act of an instance."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.shared.errors import RuleBroken

from ..models import Organization, Role, Team
from .roles import give_role
from .teams import add_team


class OrganizationAlreadyFounded(RuleBroken):
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
