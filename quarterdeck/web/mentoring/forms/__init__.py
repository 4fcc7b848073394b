"""What may be typed about mentoring, shadowing and practice in leading."""

from .leading import Debrief, EditProject, GiveProject
from .offers import Offer, Wish
from .pairs import Ask, Days, EditMeeting, Evaluate, Goal, NoteMeeting, Step
from .shadowing import AskToShadow, Log, Reply

__all__ = [
    "Ask",
    "AskToShadow",
    "Days",
    "Debrief",
    "EditMeeting",
    "EditProject",
    "Evaluate",
    "GiveProject",
    "Goal",
    "Log",
    "NoteMeeting",
    "Offer",
    "Reply",
    "Step",
    "Wish",
]
