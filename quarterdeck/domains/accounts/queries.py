"""Read what belongs to one account."""

from typing import Any

from django.db.models import QuerySet

from .models import SavedView, User


def users_exist() -> bool:
    return User.objects.exists()


def saved_views_of(user: Any, place: str) -> QuerySet[SavedView]:
    return SavedView.objects.filter(user_id=user.pk, place=place).order_by("name")
