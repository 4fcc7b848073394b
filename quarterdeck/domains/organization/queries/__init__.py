"""Read the organization, its teams, who has a role, and who is invited."""

from .accounts import accounts_visible_to, admin_ids, get_account
from .invitations import (
    get_invitation,
    invitation_behind,
    invitations_visible_to,
    open_invitations_visible_to,
)
from .teams import (
    above,
    find_teams,
    get_organization,
    get_team,
    near,
    root_team,
    subtree,
    teams_visible_to,
)
from .zones import zone_of, zone_of_reader

__all__ = [
    "above",
    "accounts_visible_to",
    "admin_ids",
    "find_teams",
    "get_account",
    "get_invitation",
    "get_organization",
    "get_team",
    "invitation_behind",
    "invitations_visible_to",
    "near",
    "open_invitations_visible_to",
    "root_team",
    "subtree",
    "teams_visible_to",
    "zone_of",
    "zone_of_reader",
]
