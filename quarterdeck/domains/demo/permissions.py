"""Who may clear the demo away."""

from typing import Any

from quarterdeck.domains.organization.permissions import is_admin


def can_remove_demo(user: Any) -> bool:
    return is_admin(user)
