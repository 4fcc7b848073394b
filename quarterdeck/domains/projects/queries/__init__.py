"""Read projects and tasks, through what the asking user may see."""

from .board import (
    Column,
    Filter,
    board,
    board_column,
    late_tasks,
    someday_count,
    tasks_without_why,
)
from .delegations import (
    delegations_in_hand,
    delegations_of_task,
    delegations_visible_to,
    delegations_waiting_for,
    delegations_waiting_for_others,
    follow_ups_due,
    get_delegation,
    people_to_delegate_to,
)
from .demand import (
    MilestoneProgress,
    SkillDemand,
    blocked_led_by,
    blocked_visible_to,
    blocks_of,
    get_milestone,
    milestones_visible_to,
    milestones_with_progress,
    skill_demand,
)
from .dependencies import (
    Move,
    get_dependency,
    moves_after,
    predecessors_of,
    successors_of,
)
from .timeline import (
    Arrow,
    Bar,
    Timeline,
    timeline,
)
from .visible import get_project, get_task, projects_visible_to, tasks_visible_to
from .workload import (
    Outside,
    hours_outside_weeks,
    planned_hours_by_person_week,
)

__all__ = [
    "Arrow",
    "Bar",
    "Column",
    "Filter",
    "MilestoneProgress",
    "Move",
    "Outside",
    "SkillDemand",
    "Timeline",
    "blocked_led_by",
    "blocked_visible_to",
    "blocks_of",
    "board",
    "board_column",
    "delegations_in_hand",
    "delegations_of_task",
    "delegations_visible_to",
    "delegations_waiting_for",
    "delegations_waiting_for_others",
    "follow_ups_due",
    "get_delegation",
    "get_dependency",
    "get_milestone",
    "get_project",
    "get_task",
    "hours_outside_weeks",
    "late_tasks",
    "milestones_visible_to",
    "milestones_with_progress",
    "moves_after",
    "people_to_delegate_to",
    "planned_hours_by_person_week",
    "predecessors_of",
    "projects_visible_to",
    "skill_demand",
    "someday_count",
    "successors_of",
    "tasks_visible_to",
    "tasks_without_why",
    "timeline",
]
