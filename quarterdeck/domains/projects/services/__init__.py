"""Every act on projects and tasks."""

from .adding import add_project, add_task
from .audiences import audience_of

__all__ = ["add_project", "add_task", "audience_of"]
