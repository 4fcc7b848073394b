"""Open a conversation, show each other's view, find options, agree, look back."""

from .agreements import (
    NothingToAgreeOn,
    add_undertaking,
    agree_to_all,
    edit_undertaking,
    finish_undertaking,
    remove_undertaking,
    reopen_undertaking,
    set_follow_up,
)
from .contact import name_contact, remove_contact
from .conversations import (
    AlreadyAnswered,
    CannotBeAsked,
    NotClosed,
    NotRunning,
    agree_to_conversation,
    close_conversation,
    decline_conversation,
    open_conversation,
    restore_conversation,
)
from .forgetting import forget_people
from .helping import (
    HelperIsThere,
    NoHelper,
    agree_to_helper,
    ask_helper,
    end_help,
    join_as_helper,
)
from .looking_back import NotDueYet, look_back
from .options import NotShownYet, add_option, edit_option, remove_option
from .views import (
    AlreadyShown,
    NotHandedIn,
    NotWritten,
    hand_in_view,
    release_view,
    take_back_view,
    write_view,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyShown",
    "CannotBeAsked",
    "HelperIsThere",
    "NoHelper",
    "NotClosed",
    "NotDueYet",
    "NotHandedIn",
    "NotRunning",
    "NotShownYet",
    "NotWritten",
    "NothingToAgreeOn",
    "add_option",
    "add_undertaking",
    "agree_to_all",
    "agree_to_conversation",
    "agree_to_helper",
    "ask_helper",
    "close_conversation",
    "decline_conversation",
    "edit_option",
    "edit_undertaking",
    "end_help",
    "finish_undertaking",
    "forget_people",
    "hand_in_view",
    "join_as_helper",
    "look_back",
    "name_contact",
    "open_conversation",
    "release_view",
    "remove_contact",
    "remove_option",
    "remove_undertaking",
    "reopen_undertaking",
    "restore_conversation",
    "set_follow_up",
    "take_back_view",
    "write_view",
]
