"""Planned hours of people by week, the hours that stand in no week, and what they can do."""

from .loads import Loads, loads_of
from .outside import Outside, hours_outside_weeks
from .weeks import planned_hours_by_person_week

__all__ = [
    "Loads",
    "Outside",
    "hours_outside_weeks",
    "loads_of",
    "planned_hours_by_person_week",
]
