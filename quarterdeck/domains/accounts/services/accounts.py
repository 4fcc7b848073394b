"""Open an account, name it, give it a password, close it and open it again."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import ApiToken, OneTimeLink, User


class EmailTaken(RuleBroken):
    pass


class WeakPassword(RuleBroken):
    pass


@transaction.atomic
def open_account(
    *, email: str, name: str, at: datetime, password: str | None = None
) -> User:
    """Open an account; without a password it is reached by links and passkeys."""
    email = email.strip().lower()
    if User.objects.filter(email__iexact=email).exists():
        raise EmailTaken(f"There already is an account for {email}.")
    user = User(email=email, name=name, date_joined=at)
    user.set_password(password)
    user.save()
    _record("account.opened", user, by=user, at=at)
    return user


@transaction.atomic
def set_password(*, user: User, password: str, at: datetime) -> None:
    """Set a new password; every other session ends, because its hash no longer fits."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(" ".join(error.messages)) from None
    user.set_password(password)
    user.save(update_fields=["password"])
    _record("account.password_set", user, by=user, at=at)


@transaction.atomic
def deactivate_account(*, user: User, by: User, at: datetime) -> None:
    """Close an account: its sessions, tokens and links end with this transaction.

    Who may do so is decided by the room that knows roles; it stands above this one.
    """
    epoch = F("session_epoch") + 1
    User.objects.filter(pk=user.pk).update(is_active=False, session_epoch=epoch)
    user.is_active = False
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()
    ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)
    OneTimeLink.objects.filter(user=user, used_at__isnull=True).update(expires_at=at)
    _record("account.deactivated", user, by=by, at=at)


@transaction.atomic
def reactivate_account(*, user: User, by: User, at: datetime) -> None:
    """Open a closed account again; sessions, tokens and links stay ended."""
    User.objects.filter(pk=user.pk).update(is_active=True)
    user.is_active = True
    _record("account.reactivated", user, by=by, at=at)


def _record(verb: str, user: User, *, by: User, at: datetime) -> None:
    audience = activity.only(user.pk, by.pk)
    activity.record(by=by, verb=verb, subject=user, at=at, audience=audience)
