"""A program's keys to the API: made, used, revoked."""

import secrets
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import Error as DatabaseError
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import ApiToken, User
from ..rules import hash_of

AREAS = (
    "account",
    "circles",
    "conversations",
    "development",
    "feedback",
    "goals",
    "hiring",
    "imports",
    "jobs",
    "mentoring",
    "occasions",
    "one_on_ones",
    "organization",
    "people",
    "planning",
    "projects",
    "rates",
    "training",
)
SCOPES = tuple(f"{area}:{act}" for area in AREAS for act in ("read", "write"))


class UnknownScope(RuleBroken):
    pass


class TokenNameTaken(RuleBroken):
    pass


@transaction.atomic
def make_token(
    *, user: User, name: str, scopes: list[str], at: datetime, days: int | None = 365
) -> str:
    """Return a new API token; it is shown once and only its hash is kept."""
    if unknown := [scope for scope in scopes if scope not in SCOPES]:
        raise UnknownScope(f"There is no scope {unknown[0]}.")
    token = "qd_" + secrets.token_urlsafe(32)
    row = ApiToken(
        user=user,
        name=name,
        token_hash=hash_of(token),
        prefix=token[:10],
        scopes=sorted(scopes),
        created_at=at,
        expires_at=at + timedelta(days=days) if days else None,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise TokenNameTaken(f"You already have a token “{name}”.") from None
    _record("token.made", row, at)
    return token


@transaction.atomic
def revoke_token(*, token: ApiToken, at: datetime) -> None:
    """End a token; the next request that shows it is refused. Twice is once."""
    rows = ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True)
    if rows.update(revoked_at=at):
        _record("token.revoked", token, at)


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
        # A disk that is full must not keep anybody from reading.
        with suppress(DatabaseError), transaction.atomic():
            rows.update(last_used_at=at)
    return found.user


def _record(verb: str, row: ApiToken, at: datetime) -> None:
    audience = activity.only(row.user_id)
    activity.record(by=row.user, verb=verb, subject=row, at=at, audience=audience)
