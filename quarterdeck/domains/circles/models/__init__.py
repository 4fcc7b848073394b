"""A group of peers, the cases they bring, and lessons somebody shares with everybody."""

from .cases import Case, CaseReader, Contribution, Takeaway
from .circles import Circle, CircleMeeting, CircleMember
from .lessons import Lesson

__all__ = [
    "Case",
    "CaseReader",
    "Circle",
    "CircleMeeting",
    "CircleMember",
    "Contribution",
    "Lesson",
    "Takeaway",
]
