"""Read what belongs to one account."""

from typing import Any

from django.db.models import QuerySet

from .models import ApiToken, SavedView, User


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
