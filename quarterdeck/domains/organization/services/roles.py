"""Say what an account may do, and take it back."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts import services as accounts
from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Organization, Role
from ..permissions import is_admin
from ..queries import admin_ids


class LastAdmin(RuleBroken):
    pass


class AccountClosed(RuleBroken):
    pass


def give_role(*, user: Any, name: str, at: datetime) -> None:
    Role.objects.update_or_create(user=user, defaults={"name": name, "given_at": at})
    user._role = name


@transaction.atomic
def change_role(*, user: Any, name: str, by: Any, at: datetime) -> None:
    """Give an account another role, and open it again if it was closed.

    The instance never stays without an admin.
    """
    _check(user, by, keeps_admin=name == Role.Name.ADMIN)
    if not user.is_active:
        accounts.reactivate_account(user=user, by=by, at=at)
    before = Role.objects.get(user=user).name
    if before == name:
        return
    give_role(user=user, name=name, at=at)
    _tell("role.changed", user, by, at, {"before": before, "after": name})


@transaction.atomic
def end_access(*, user: Any, by: Any, at: datetime) -> None:
    """Close an account: sessions, tokens and links end with it, its records stay.

    The role stays written down, so that the account can be found and opened again.
    """
    _check(user, by, keeps_admin=False)
    if user.is_active:
        accounts.deactivate_account(user=user, by=by, at=at)


def make_sign_in_link(*, user: Any, by: Any, at: datetime) -> str:
    """Return a token for somebody who lost their password; both read of it later."""
    if not is_admin(by):
        raise PermissionDenied
    if not user.is_active:
        raise AccountClosed(f"{user} has no access. Give them a role first.")
    return accounts.make_one_time_link(user=user, by=by, at=at)


def keep_an_admin(user: Any) -> None:
    """Refuse what would leave the instance without anybody who runs it."""
    # Two admins who demote each other at once queue up here.
    Organization.objects.select_for_update().get(pk=1)
    if admin_ids() == [user.pk]:
        raise LastAdmin(f"{user} is the only admin. Make somebody else admin first.")


def _check(user: Any, by: Any, *, keeps_admin: bool) -> None:
    if not is_admin(by):
        raise PermissionDenied
    if not keeps_admin:
        keep_an_admin(user)


def _tell(verb: str, user: Any, by: Any, at: datetime, details: dict[str, str]) -> None:
    readers = activity.only(user.pk, *admin_ids())
    activity.record(
        by=by, verb=verb, subject=user, at=at, audience=readers, details=details
    )
