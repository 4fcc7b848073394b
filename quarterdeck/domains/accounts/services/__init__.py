"""Accounts: open and close them, their sign-in links, tokens, preferences and views."""

from ..rules import hash_of
from .accounts import (
    EmailTaken,
    WeakPassword,
    deactivate_account,
    open_account,
    reactivate_account,
    set_password,
)
from .answers import (
    AnotherRequest,
    StillRunning,
    begin_answer,
    forget_answer,
    keep_answer,
)
from .forgetting import forget_accounts
from .links import LinkUsedOrExpired, make_one_time_link, use_one_time_link
from .openings import (
    NothingToConfirm,
    OpenedAgain,
    confirm_as_operator,
    confirm_opening,
    prove_by_second_factor,
)
from .preferences import UnknownTimeZone, change_appearance, change_profile
from .saved_views import TooManyViews, remove_view, save_view
from .tokens import (
    SCOPES,
    TokenNameTaken,
    UnknownScope,
    make_token,
    revoke_token,
    use_token,
)

__all__ = [
    "SCOPES",
    "AnotherRequest",
    "EmailTaken",
    "LinkUsedOrExpired",
    "NothingToConfirm",
    "OpenedAgain",
    "StillRunning",
    "TokenNameTaken",
    "TooManyViews",
    "UnknownScope",
    "UnknownTimeZone",
    "WeakPassword",
    "begin_answer",
    "change_appearance",
    "change_profile",
    "confirm_as_operator",
    "confirm_opening",
    "deactivate_account",
    "forget_accounts",
    "forget_answer",
    "hash_of",
    "keep_answer",
    "make_one_time_link",
    "make_token",
    "open_account",
    "prove_by_second_factor",
    "reactivate_account",
    "remove_view",
    "revoke_token",
    "save_view",
    "set_password",
    "use_one_time_link",
    "use_token",
]
