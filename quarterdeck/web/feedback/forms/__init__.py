"""What people may type about feedback, questions and thanks."""

from .people import Ask, Thank
from .words import InPerson, NewFeedback, Note, Reason, Reply, Thanks, Words

__all__ = [
    "Ask",
    "InPerson",
    "NewFeedback",
    "Note",
    "Reason",
    "Reply",
    "Thank",
    "Thanks",
    "Words",
]
