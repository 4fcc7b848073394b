"""Found the organization, grow its tree, say who may do what, invite people."""

from .editing import edit_organization
from .founding import (
    OrganizationAlreadyFounded,
    found_organization,
    found_unattended,
)
from .inviting import (
    InvitationNotOpen,
    Invitee,
    invite,
    revoke_invitation,
    spend_invitation,
)
from .roles import LastAdmin, change_role, give_role, take_role
from .teams import (
    TeamBelowItself,
    TeamNameTaken,
    TeamNotEmpty,
    TreeTooDeep,
    add_team,
    edit_team,
    move_team,
    new_team,
    remove_team,
)

__all__ = [
    "InvitationNotOpen",
    "Invitee",
    "LastAdmin",
    "OrganizationAlreadyFounded",
    "TeamBelowItself",
    "TeamNameTaken",
    "TeamNotEmpty",
    "TreeTooDeep",
    "add_team",
    "change_role",
    "edit_organization",
    "edit_team",
    "found_organization",
    "found_unattended",
    "give_role",
    "invite",
    "move_team",
    "new_team",
    "remove_team",
    "revoke_invitation",
    "spend_invitation",
    "take_role",
]
