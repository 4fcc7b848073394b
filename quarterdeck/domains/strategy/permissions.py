"""Who may say where the organization is going."""

from typing import Any

from quarterdeck.domains.people.permissions import is_admin, standing_of


def leads_everybody(user: Any) -> bool:
    """Whether the user leads the root team, which holds the whole organization."""
    return standing_of(user).leads_all


def can_publish_vision(user: Any) -> bool:
    """Whoever leads the whole organization, or an admin."""
    return is_admin(user) or leads_everybody(user)


can_edit_values = can_publish_vision
