"""Arithmetic about people on plain values: hours, load, levels, rates, pasted lines."""

from .capacity import WorkingTime, hours_between, hours_by_day, weekly
from .cost_rates import Rate, in_force, inherited, standing
from .load import Load, load_of
from .pasting import Line, read_lines
from .skills import LEVELS, MONTHS_UNTIL_STALE, Cover, cover_of, is_stale

__all__ = [
    "LEVELS",
    "MONTHS_UNTIL_STALE",
    "Cover",
    "Line",
    "Load",
    "Rate",
    "WorkingTime",
    "cover_of",
    "hours_between",
    "hours_by_day",
    "in_force",
    "inherited",
    "is_stale",
    "load_of",
    "read_lines",
    "standing",
    "weekly",
]
