"""Who may say where the organization is going."""

from typing import Any

from quarterdeck.domains.people.permissions import is_admin, standing_of


def can_publish_vision(user: Any) -> bool:
    """Whoever leads the whole organization (its root team), or an admin."""
    roots = (path.count("/") == 2 for path in standing_of(user).led_paths)
    return is_admin(user) or any(roots)


can_edit_values = can_publish_vision
