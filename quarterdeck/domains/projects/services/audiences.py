"""Who is told of an act in a project."""

from quarterdeck.domains.activity import services as activity

from ..models import Project


def audience_of(project: Project) -> activity.Audience:
    """An act in a project is told to whoever may see the project's team or everybody."""
    if project.visibility == Project.Visibility.ORGANIZATION:
        return activity.everyone()
    return activity.team(project.team_id)
