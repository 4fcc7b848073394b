"""Read projects and tasks, through what the asking user may see."""

from .visible import get_project, get_task, projects_visible_to, tasks_visible_to

__all__ = [
    "get_project",
    "get_task",
    "projects_visible_to",
    "tasks_visible_to",
]
