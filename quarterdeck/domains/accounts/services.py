"""Open accounts and the links that sign in once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from .models import ApiToken, OneTimeLink, User


class EmailTaken(RuleBroken):
    pass


class LinkUsedOrExpired(RuleBroken):
    pass


def hash_of(token: str) -> str:
    """Tokens are random and long, so a plain hash is enough to keep."""
    return hashlib.sha256(token.encode()).hexdigest()


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
    activity.record(
        by=user,
        verb="account.opened",
        subject=user,
        at=at,
        audience=activity.only(user.pk),
    )
    return user


def make_one_time_link(
    *, user: User, at: datetime, lasts: timedelta = timedelta(hours=1)
) -> str:
    """Return a token that signs this user in once; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(
        user=user, token_hash=hash_of(token), created_at=at, expires_at=at + lasts
    )
    return token


@transaction.atomic
def use_one_time_link(*, token: str, at: datetime) -> User:
    """Spend the link and return whom it signs in."""
    fresh = OneTimeLink.objects.filter(
        token_hash=hash_of(token), used_at__isnull=True, expires_at__gt=at
    )
    if not fresh.update(used_at=at):
        raise LinkUsedOrExpired("This link was used already or is too old.")
    user = OneTimeLink.objects.get(token_hash=hash_of(token)).user
    activity.record(
        by=user,
        verb="account.signed_in_by_link",
        subject=user,
        at=at,
        audience=activity.only(user.pk),
    )
    return user


SCOPES = tuple(
    f"{area}:{act}"
    for area in ("goals", "imports", "organization", "people", "planning", "projects")
    for act in ("read", "write")
)


class UnknownScope(RuleBroken):
    pass


@transaction.atomic
def make_token(
    *, user: User, name: str, scopes: list[str], at: datetime, days: int | None = 365
) -> str:
    """Return a new API token; it is shown once and only its hash is kept."""
    if unknown := [scope for scope in scopes if scope not in SCOPES]:
        raise UnknownScope(f"There is no scope {unknown[0]}.")
    token = "qd_" + secrets.token_urlsafe(32)
    row = ApiToken.objects.create(
        user=user,
        name=name,
        token_hash=hash_of(token),
        prefix=token[:10],
        scopes=sorted(scopes),
        created_at=at,
        expires_at=at + timedelta(days=days) if days else None,
    )
    activity.record(
        by=user, verb="token.made", subject=row, at=at, audience=activity.only(user.pk)
    )
    return token


def use_token(*, token: str, scope: str, at: datetime) -> User | None:
    """Return whose token this is, if it is in force and covers the scope."""
    rows = ApiToken.objects.filter(
        token_hash=hash_of(token), revoked_at__isnull=True, user__is_active=True
    )
    found = rows.select_related("user").first()
    if found is None or scope not in found.scopes:
        return None
    if found.expires_at is not None and found.expires_at <= at:
        return None
    # Once in ten minutes is enough to know that it is used, and no write on every read.
    if found.last_used_at is None or at - found.last_used_at > timedelta(minutes=10):
        rows.update(last_used_at=at)
    return found.user
