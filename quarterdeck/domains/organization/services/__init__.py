"""Found the organization, grow its tree, say who may do what, invite people."""

from .editing import edit_organization
from .forgetting import forget_accounts
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
from .roles import (
    AccountClosed,
    LastAdmin,
    change_role,
    end_access,
    give_role,
    keep_an_admin,
    make_sign_in_link,
)
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
    "AccountClosed",
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
    "end_access",
    "forget_accounts",
    "found_organization",
    "found_unattended",
    "give_role",
    "invite",
    "keep_an_admin",
    "make_sign_in_link",
    "move_team",
    "new_team",
    "remove_team",
    "revoke_invitation",
    "spend_invitation",
]
