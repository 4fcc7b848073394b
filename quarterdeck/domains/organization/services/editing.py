"""Change what holds for the whole organization."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Organization
from ..permissions import is_admin


@transaction.atomic
def edit_organization(
    *, by: Any, at: datetime, seen_version: int | None = None, **changes: Any
) -> Organization:
    """Set its name, time zone, place and hours of a usual day."""
    if not is_admin(by):
        raise PermissionDenied
    organization = Organization.objects.select_for_update().get(pk=1)
    made = activity.revise(organization, changes, at=at, seen_version=seen_version)
    if made:
        activity.record(
            by=by,
            verb="organization.edited",
            subject=organization,
            at=at,
            audience=activity.everyone(),
            changes=made,
        )
    return organization
