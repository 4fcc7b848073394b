"""Say what roles ask for, plan somebody's development, show and confirm skills."""

from .closing import (
    DevelopmentGoalClosed,
    DevelopmentGoalNotClosed,
    close_development_goal,
    reopen_development_goal,
)
from .forgetting import forget_people
from .goals import LevelOfNoSkill, add_development_goal, edit_development_goal
from .holding import AlreadyInRole, aim_for_role, leave_role, take_role
from .own_plan import (
    add_own_step,
    finish_own_step,
    mark_practice,
    remove_own_step,
    reopen_own_step,
    restore_own_step,
    set_own_aim,
)
from .profiles import (
    ProfileNameTaken,
    ProfileRetired,
    add_profile,
    ask_skill,
    edit_profile,
    no_longer_ask_skill,
    restore_profile,
    retire_profile,
)
from .proofs import (
    AlreadyShown,
    ProofAnswered,
    WhoCannotConfirm,
    confirm_proof,
    decline_proof,
    show_skill,
    withdraw_proof,
)
from .steps import (
    StepIsRemoved,
    add_step,
    edit_step,
    finish_step,
    remove_step,
    reopen_step,
    restore_step,
)

__all__ = [
    "AlreadyInRole",
    "AlreadyShown",
    "DevelopmentGoalClosed",
    "DevelopmentGoalNotClosed",
    "LevelOfNoSkill",
    "ProfileNameTaken",
    "ProfileRetired",
    "ProofAnswered",
    "StepIsRemoved",
    "WhoCannotConfirm",
    "add_development_goal",
    "add_own_step",
    "add_profile",
    "add_step",
    "aim_for_role",
    "ask_skill",
    "close_development_goal",
    "confirm_proof",
    "decline_proof",
    "edit_development_goal",
    "edit_profile",
    "edit_step",
    "finish_own_step",
    "finish_step",
    "forget_people",
    "leave_role",
    "mark_practice",
    "no_longer_ask_skill",
    "remove_own_step",
    "remove_step",
    "reopen_development_goal",
    "reopen_own_step",
    "reopen_step",
    "restore_own_step",
    "restore_profile",
    "restore_step",
    "retire_profile",
    "set_own_aim",
    "show_skill",
    "take_role",
    "withdraw_proof",
]
