"""Start a circle, agree on its rule, bring cases, contribute, share a lesson."""

from .cases import (
    AlreadyReads,
    edit_case,
    let_read,
    remove_case,
    share_case,
    write_takeaway,
)
from .circles import RuleIsTheSame, change_rule, edit_circle, start_circle
from .contributions import contribute, edit_contribution, remove_contribution
from .forgetting import forget_people
from .lessons import edit_lesson, share_lesson, take_back_lesson
from .meetings import edit_circle_meeting, plan_circle_meeting, remove_circle_meeting
from .members import (
    AlreadyInvited,
    CannotBeInvited,
    NotInvited,
    RuleChangedMeanwhile,
    accept_rule,
    decline_circle,
    invite_to_circle,
    join_circle,
    leave_circle,
    uninvite,
)

__all__ = [
    "AlreadyInvited",
    "AlreadyReads",
    "CannotBeInvited",
    "NotInvited",
    "RuleChangedMeanwhile",
    "RuleIsTheSame",
    "accept_rule",
    "change_rule",
    "contribute",
    "decline_circle",
    "edit_case",
    "edit_circle",
    "edit_circle_meeting",
    "edit_contribution",
    "edit_lesson",
    "forget_people",
    "invite_to_circle",
    "join_circle",
    "leave_circle",
    "let_read",
    "plan_circle_meeting",
    "remove_case",
    "remove_circle_meeting",
    "remove_contribution",
    "share_case",
    "share_lesson",
    "start_circle",
    "take_back_lesson",
    "uninvite",
    "write_takeaway",
]
