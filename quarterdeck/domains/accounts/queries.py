"""Read what belongs to one account."""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from .models import AccountOpening, ApiToken, SavedView, User
from .permissions import private_rooms_are_open
from .rules import hash_of

Row = TypeVar("Row", bound=Model)


def while_private_rooms_are_open(user: Any, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return these rows of a private room, or nothing while its door is closed.

    Each `…_visible_to(user)` of a private room ends in this call, and everything else
    that reads the room starts from there: pages, API, export, search, Home.
    """
    return rows if private_rooms_are_open(user) else rows.none()


def opening_of(user: Any) -> AccountOpening | None:
    """Return the newest opening of this account that nobody has confirmed."""
    return openings_to_confirm().filter(user_id=user.pk).order_by("-id").first()


def openings_to_confirm() -> QuerySet[AccountOpening]:
    """Return what waits for a confirmation; who may give it is for people to say."""
    rows = AccountOpening.objects.filter(confirmed_at=None)
    return rows.select_related("user", "link_made_by").order_by("id")


def users_exist() -> bool:
    return User.objects.exists()


def saved_views_of(user: Any, place: str) -> QuerySet[SavedView]:
    return SavedView.objects.filter(user_id=user.pk, place=place).order_by("name")


def all_saved_views_of(user: Any) -> QuerySet[SavedView]:
    return SavedView.objects.filter(user_id=user.pk).order_by("place", "name")


def get_saved_view(*, user: Any, view_id: int) -> SavedView:
    return SavedView.objects.select_related("user").get(pk=view_id, user_id=user.pk)


def tokens_of(user: Any) -> QuerySet[ApiToken]:
    """Return the tokens in force, newest first; revoked ones are history."""
    rows = ApiToken.objects.filter(user_id=user.pk, revoked_at__isnull=True)
    return rows.order_by("-id")


def get_token(*, user: Any, token_id: int) -> ApiToken:
    return tokens_of(user).select_related("user").get(pk=token_id)


def token_owner(*, token: str, at: datetime) -> ApiToken | None:
    """Return the token that was shown, if it is in force."""
    rows = ApiToken.objects.filter(
        Q(expires_at__isnull=True) | Q(expires_at__gt=at),
        token_hash=hash_of(token),
        revoked_at__isnull=True,
        user__is_active=True,
    )
    return rows.first()
