"""What two people share: their space, agenda, meetings, notes and promises."""

from .meetings import Meeting, Note
from .motivation import Motivation
from .pairs import Pair
from .promises import Promise
from .topics import Topic

__all__ = ["Meeting", "Motivation", "Note", "Pair", "Promise", "Topic"]
