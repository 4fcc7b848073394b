"""People, who leads whom, what they can do, and when they work."""

from .cost_rates import CostRate
from .memberships import Membership
from .people import Person
from .skills import PersonSkill, Skill
from .working_time import PublicHoliday, TimeOff, WorkingPattern

__all__ = [
    "CostRate",
    "Membership",
    "Person",
    "PersonSkill",
    "PublicHoliday",
    "Skill",
    "TimeOff",
    "WorkingPattern",
]
