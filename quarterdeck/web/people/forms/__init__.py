"""What people may type about people."""

from .choosing import PersonField, TeamField
from .cost_rates import SetCostRate
from .people import (
    AddPerson,
    ArchivePerson,
    ConfirmPerson,
    EditPerson,
    JoinTeam,
    PasteList,
)
from .skills import AssessSkill, MergeSkill, NameSkill, WishToGrow
from .working_time import AddTimeOff, SetPattern

__all__ = [
    "AddPerson",
    "AddTimeOff",
    "ArchivePerson",
    "AssessSkill",
    "ConfirmPerson",
    "EditPerson",
    "JoinTeam",
    "MergeSkill",
    "NameSkill",
    "PasteList",
    "PersonField",
    "SetCostRate",
    "SetPattern",
    "TeamField",
    "WishToGrow",
]
