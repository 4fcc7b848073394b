"""Arithmetic about people on plain values: hours, load, levels, pasted lines."""

from .capacity import WorkingTime, hours_between, hours_by_day, weekly
from .load import Load, load_of
from .pasting import Line, read_lines
from .skills import LEVELS, MONTHS_UNTIL_STALE, Cover, cover_of, is_stale

__all__ = [
    "LEVELS",
    "MONTHS_UNTIL_STALE",
    "Cover",
    "Line",
    "Load",
    "WorkingTime",
    "cover_of",
    "hours_between",
    "hours_by_day",
    "is_stale",
    "load_of",
    "read_lines",
    "weekly",
]
