"""Add, change, measure and link goals; close and reopen them; roll progress up."""

from .adding import add_goal
from .changing import GoalEndsBeforeItStarts, edit_goal
from .closing import (
    GoalAlreadyClosed,
    GoalIsClosed,
    GoalNotClosed,
    close_goal,
    reopen_goal,
)
from .key_results import (
    KeyResultHasNoWay,
    KeyResultIsRemoved,
    NumberOutOfRange,
    add_key_result,
    edit_key_result,
    remove_key_result,
    restore_key_result,
)
from .linking import (
    GoalsInACircle,
    GoalsNotLinked,
    LinkUnchanged,
    link_goal,
    unlink_goal,
)
from .measuring import record_measurement
from .rolling_up import recompute_all, record_progress

__all__ = [
    "GoalAlreadyClosed",
    "GoalEndsBeforeItStarts",
    "GoalIsClosed",
    "GoalNotClosed",
    "GoalsInACircle",
    "GoalsNotLinked",
    "KeyResultHasNoWay",
    "KeyResultIsRemoved",
    "LinkUnchanged",
    "NumberOutOfRange",
    "add_goal",
    "add_key_result",
    "close_goal",
    "edit_goal",
    "edit_key_result",
    "link_goal",
    "recompute_all",
    "record_measurement",
    "record_progress",
    "remove_key_result",
    "reopen_goal",
    "restore_key_result",
    "unlink_goal",
]
