"""Links that sign one person in once: after the first run, or for a lost password."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import OneTimeLink, User
from ..rules import hash_of
from .openings import note_opening


class LinkUsedOrExpired(RuleBroken):
    pass


@transaction.atomic
def make_one_time_link(
    *,
    user: User,
    at: datetime,
    lasts: timedelta = timedelta(hours=1),
    by: User | None = None,
) -> str:
    """Return a token that signs this user in once; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(
        user=user,
        token_hash=hash_of(token),
        created_at=at,
        expires_at=at + lasts,
        made_by=by,
    )
    if by is not None:  # whoever asks for a link to another's account leaves a trace
        activity.record(
            by=by,
            verb="account.link_made",
            subject=user,
            at=at,
            audience=activity.only(user.pk, by.pk),
        )
    return token


@transaction.atomic
def use_one_time_link(*, token: str, at: datetime) -> User:
    """Spend the link and return whom it signs in.

    A link that somebody else made takes every other key of the account away, and closes
    its private rooms until it is known who uses it.
    """
    fresh = OneTimeLink.objects.filter(
        token_hash=hash_of(token),
        used_at__isnull=True,
        expires_at__gt=at,
        user__is_active=True,
    )
    if not fresh.update(used_at=at):
        raise LinkUsedOrExpired("This link was used already or is too old.")
    link = OneTimeLink.objects.select_related("user").get(token_hash=hash_of(token))
    user = link.user
    if link.made_by_id not in (None, user.pk):
        user = note_opening(user=user, link_made_by=link.made_by, at=at)
    activity.record(
        by=user,
        verb="account.signed_in_by_link",
        subject=user,
        at=at,
        audience=activity.only(user.pk),
    )
    return user
