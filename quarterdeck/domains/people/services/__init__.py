"""Add people, change what is known, place them, say when they work and what they can."""

from .adding import EmailInUse, add_people, add_person, addresses_in_use, begin
from .confirming import confirm_person
from .cost_rates import (
    CostRateAlreadyTakenBack,
    CostRateInForce,
    CostRateNotPossible,
    restore_cost_rate,
    set_cost_rate,
    take_back_cost_rate,
)
from .editing import (
    LeavesBeforeStarting,
    ManagerCircle,
    archive_person,
    edit_person,
    restore_person,
)
from .forgetting import forget_people
from .holidays import (
    HolidayAlreadyKept,
    add_holiday,
    remove_holiday,
    take_over_holidays,
)
from .joining import CannotJoin, accept_invitation
from .membership import (
    AlreadyInTeam,
    NotInTeam,
    join_team,
    lead_team,
    leave_team,
    stop_leading_team,
)
from .merging import merge_skills
from .skills import (
    SkillIntoItself,
    SkillNameTaken,
    add_skill,
    assess_skill,
    confirm_level,
    drop_skill,
    rename_skill,
)
from .wishing import NothingWished, wish_to_grow, withdraw_wish
from .working_time import (
    TimeOffNotPossible,
    TimeOffOverlaps,
    add_time_off,
    remove_time_off,
    remove_working_pattern,
    set_working_pattern,
)

__all__ = [
    "AlreadyInTeam",
    "CannotJoin",
    "CostRateAlreadyTakenBack",
    "CostRateInForce",
    "CostRateNotPossible",
    "EmailInUse",
    "HolidayAlreadyKept",
    "LeavesBeforeStarting",
    "ManagerCircle",
    "NotInTeam",
    "NothingWished",
    "SkillIntoItself",
    "SkillNameTaken",
    "TimeOffNotPossible",
    "TimeOffOverlaps",
    "accept_invitation",
    "add_holiday",
    "add_people",
    "add_person",
    "add_skill",
    "add_time_off",
    "addresses_in_use",
    "archive_person",
    "assess_skill",
    "begin",
    "confirm_level",
    "confirm_person",
    "drop_skill",
    "edit_person",
    "forget_people",
    "join_team",
    "lead_team",
    "leave_team",
    "merge_skills",
    "remove_holiday",
    "remove_time_off",
    "remove_working_pattern",
    "rename_skill",
    "restore_cost_rate",
    "restore_person",
    "set_cost_rate",
    "set_working_pattern",
    "stop_leading_team",
    "take_back_cost_rate",
    "take_over_holidays",
    "wish_to_grow",
    "withdraw_wish",
]
