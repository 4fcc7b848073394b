"""Read a conversation one is in."""

from .contact import contact
from .conversations import (
    conversations_visible_to,
    get_conversation,
    get_open_conversation,
    help_of,
    lines_of,
    open_to,
    step_now,
    waiting_for,
)
from .own import own_conversation_records
from .parts import (
    consents_of,
    get_option,
    get_undertaking,
    look_backs_visible_to,
    options_visible_to,
    own_view,
    undertakings_visible_to,
    views_visible_to,
)

__all__ = [
    "consents_of",
    "contact",
    "conversations_visible_to",
    "get_conversation",
    "get_open_conversation",
    "get_option",
    "get_undertaking",
    "help_of",
    "lines_of",
    "look_backs_visible_to",
    "open_to",
    "options_visible_to",
    "own_conversation_records",
    "own_view",
    "step_now",
    "undertakings_visible_to",
    "views_visible_to",
    "waiting_for",
]
