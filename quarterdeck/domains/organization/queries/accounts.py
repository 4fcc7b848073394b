"""Who has a role here: for admins, who hand roles out and take them back."""

from typing import Any

from django.db.models import Q, QuerySet

from ..models import Role
from ..permissions import is_admin


def accounts_visible_to(user: Any, text: str = "") -> QuerySet[Role]:
    """Return each role with its account, admins first."""
    rows = Role.objects.select_related("user").order_by("name", "user__name", "id")
    if text:
        rows = rows.filter(Q(user__name__icontains=text) | Q(user__email=text.lower()))
    return rows if is_admin(user) else rows.none()


def get_account(*, user: Any, user_id: int) -> Role:
    return accounts_visible_to(user).get(user_id=user_id)


def admin_ids() -> list[int]:
    """Return who runs the instance: the audience of what only admins do."""
    admins = Role.objects.filter(name=Role.Name.ADMIN, user__is_active=True)
    return list(admins.values_list("user_id", flat=True))
