"""A conversation of two about a conflict: views, options, what they agree on."""

from .agreements import Consent, LookBack, Undertaking
from .conversations import Contact, Conversation, Help
from .views import Option, View

__all__ = [
    "Consent",
    "Contact",
    "Conversation",
    "Help",
    "LookBack",
    "Option",
    "Undertaking",
    "View",
]
