"""Add a goal, close it, open it again."""

from .adding import add_goal
from .closing import GoalAlreadyClosed, GoalNotClosed, close_goal, reopen_goal

__all__ = [
    "GoalAlreadyClosed",
    "GoalNotClosed",
    "add_goal",
    "close_goal",
    "reopen_goal",
]
