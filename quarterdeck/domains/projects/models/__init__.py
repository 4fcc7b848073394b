"""Projects, tasks, what each needs, what waits for what, and who took it on."""

from .blocks import Block
from .contributors import Contributor
from .delegations import Delegation, DelegationReply
from .dependencies import Dependency
from .hours_by_person import HoursByPerson
from .milestones import Milestone
from .projects import Project, ProjectMember
from .skill_needs import SkillNeed
from .tasks import Task

__all__ = [
    "Block",
    "Contributor",
    "Delegation",
    "DelegationReply",
    "Dependency",
    "HoursByPerson",
    "Milestone",
    "Project",
    "ProjectMember",
    "SkillNeed",
    "Task",
]
