"""Every act on projects and tasks."""

from .adding import add_task
from .audiences import audience_of
from .blocking import (
    TaskAlreadyBlocked,
    TaskAlreadyClosed,
    TaskNotBlocked,
    block_task,
    unblock_task,
)
from .bulk import (
    MOST,
    BulkEdit,
    NothingToChange,
    TooManyTasks,
    edit_tasks,
    preview_edit,
)
from .contributors import CannotLetIn
from .delegating import (
    ClosedTaskDelegated,
    DelegationNotOpen,
    ReceiverCannotAnswer,
    TaskAlreadyDelegated,
    accept_delegation,
    ask_about_delegation,
    decline_delegation,
    delegate_task,
    explain_delegation,
    follow_up_delegation,
    withdraw_delegation,
)
from .dependencies import (
    DependencyAlreadyThere,
    DependencyMakesCircle,
    LagTooLong,
    add_dependency,
    change_dependency,
    remove_dependency,
)
from .editing import (
    AlreadyInThatProject,
    EstimateUpsideDown,
    MilestoneOfAnotherProject,
    cancel_task,
    edit_task,
    finish_task,
)
from .forgetting import forget_people
from .hours_by_person import (
    HoursAlreadySaid,
    HoursOutOfRange,
    add_hours_by_person,
    edit_hours_by_person,
    remove_hours_by_person,
)
from .milestones import (
    MilestoneAlreadyReached,
    MilestoneNotReached,
    add_milestone,
    edit_milestone,
    reach_milestone,
    reopen_milestone,
)
from .planned import Placed, put_in_plan
from .projects import (
    AlreadyMember,
    ProjectAlreadyArchived,
    ProjectNotArchived,
    add_member,
    add_project,
    archive_project,
    edit_project,
    remove_member,
    restore_project,
)
from .reverting import MovedOn
from .roll_up import goals_of, tell_goals
from .scheduling import (
    NothingHasToMove,
    move_followers,
)
from .skill_needs import (
    SkillAlreadyNeeded,
    add_skill_need,
    edit_skill_need,
    remove_skill_need,
)
from .undoing import CannotBeUndone, undo_act

__all__ = [
    "MOST",
    "AlreadyInThatProject",
    "AlreadyMember",
    "BulkEdit",
    "CannotBeUndone",
    "CannotLetIn",
    "ClosedTaskDelegated",
    "DelegationNotOpen",
    "DependencyAlreadyThere",
    "DependencyMakesCircle",
    "EstimateUpsideDown",
    "HoursAlreadySaid",
    "HoursOutOfRange",
    "LagTooLong",
    "MilestoneAlreadyReached",
    "MilestoneNotReached",
    "MilestoneOfAnotherProject",
    "MovedOn",
    "NothingHasToMove",
    "NothingToChange",
    "Placed",
    "ProjectAlreadyArchived",
    "ProjectNotArchived",
    "ReceiverCannotAnswer",
    "SkillAlreadyNeeded",
    "TaskAlreadyBlocked",
    "TaskAlreadyClosed",
    "TaskAlreadyDelegated",
    "TaskNotBlocked",
    "TooManyTasks",
    "accept_delegation",
    "add_dependency",
    "add_hours_by_person",
    "add_member",
    "add_milestone",
    "add_project",
    "add_skill_need",
    "add_task",
    "archive_project",
    "ask_about_delegation",
    "audience_of",
    "block_task",
    "cancel_task",
    "change_dependency",
    "decline_delegation",
    "delegate_task",
    "edit_hours_by_person",
    "edit_milestone",
    "edit_project",
    "edit_skill_need",
    "edit_task",
    "edit_tasks",
    "explain_delegation",
    "finish_task",
    "follow_up_delegation",
    "forget_people",
    "goals_of",
    "move_followers",
    "preview_edit",
    "put_in_plan",
    "reach_milestone",
    "remove_dependency",
    "remove_hours_by_person",
    "remove_member",
    "remove_skill_need",
    "reopen_milestone",
    "restore_project",
    "tell_goals",
    "unblock_task",
    "undo_act",
    "withdraw_delegation",
]
