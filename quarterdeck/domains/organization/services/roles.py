"""Say what an account may do, and take it back."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Organization, Role
from ..permissions import is_admin
from ..queries import admin_ids


class LastAdmin(RuleBroken):
    pass


def give_role(*, user: Any, name: str, at: datetime) -> None:
    Role.objects.update_or_create(user=user, defaults={"name": name, "given_at": at})
    user._role = name


@transaction.atomic
def change_role(*, user: Any, name: str, by: Any, at: datetime) -> None:
    """Give an account another role; the instance never stays without an admin."""
    _check(user, by, keeps_admin=name == Role.Name.ADMIN)
    before = Role.objects.get(user=user).name
    if before == name:
        return
    give_role(user=user, name=name, at=at)
    _tell("role.changed", user, by, at, {"before": before, "after": name})


@transaction.atomic
def take_role(*, user: Any, by: Any, at: datetime) -> None:
    """End an account's access; its records stay."""
    _check(user, by, keeps_admin=False)
    taken, _ = Role.objects.filter(user=user).delete()
    if taken:
        user._role = None
        _tell("role.taken", user, by, at, {})


def _check(user: Any, by: Any, *, keeps_admin: bool) -> None:
    if not is_admin(by):
        raise PermissionDenied
    # Two admins who demote each other at once queue up here.
    Organization.objects.select_for_update().get(pk=1)
    if not keeps_admin and admin_ids() == [user.pk]:
        raise LastAdmin(f"{user} is the only admin. Make somebody else admin first.")


def _tell(verb: str, user: Any, by: Any, at: datetime, details: dict[str, str]) -> None:
    readers = activity.only(user.pk, *admin_ids())
    activity.record(
        by=by, verb=verb, subject=user, at=at, audience=readers, details=details
    )
