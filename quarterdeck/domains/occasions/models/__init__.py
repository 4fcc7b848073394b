"""What people meet for, who leads it when, who would like to, and looking back."""

from .debriefs import Debrief, DebriefReader
from .occasions import Occasion
from .turns import Turn, Willingness

__all__ = ["Debrief", "DebriefReader", "Occasion", "Turn", "Willingness"]
