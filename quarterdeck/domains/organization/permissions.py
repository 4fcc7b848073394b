"""Roles: what an account may do, apart from what it leads."""

from typing import Any

from .models import Role


def role_of(user: Any) -> str | None:
    """Return admin, member, guest, or None for somebody who is not let in at all.

    Kept on the user object for one request: a change takes effect on the next one.
    """
    if not getattr(user, "is_active", False) or not user.is_authenticated:
        return None
    if not hasattr(user, "_role"):
        user._role = (
            Role.objects.filter(user_id=user.pk).values_list("name", flat=True).first()
        )
    role: str | None = user._role
    return role


def is_admin(user: Any) -> bool:
    return role_of(user) == Role.Name.ADMIN


def is_member(user: Any) -> bool:
    """Admins are members; guests see only what is shared with them."""
    return role_of(user) in (Role.Name.ADMIN, Role.Name.MEMBER)
