"""What people may type about feedback, questions and thanks."""

from .people import Ask, Thank
from .words import NewFeedback, Note, Reason, Reply, Words

__all__ = ["Ask", "NewFeedback", "Note", "Reason", "Reply", "Thank", "Words"]
