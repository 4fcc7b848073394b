"""Who may see and change projects and tasks."""

from typing import Any

from quarterdeck.domains.people.permissions import is_member, leads_team, standing_of

from .models import Project, Task


def can_add_project(user: Any, team_id: int) -> bool:
    standing = standing_of(user)
    return is_member(user) and team_id in standing.team_ids


def can_add_projects(user: Any) -> bool:
    """Whether there is any team to add a project to."""
    return is_member(user) and bool(standing_of(user).team_ids)


def can_edit_project(user: Any, project: Project) -> bool:
    """Its leader, and whoever leads its team or a team above it."""
    person_id = standing_of(user).person_id
    if person_id is not None and project.leader_id == person_id:
        return True
    return leads_team(user, project.team_id)


def can_add_task(user: Any, project: Project) -> bool:
    """Members of the team add tasks, and whoever may edit the project."""
    in_team = project.team_id in standing_of(user).member_team_ids
    return (is_member(user) and in_team) or can_edit_project(user, project)


def can_edit_task(user: Any, task: Task) -> bool:
    """Who is accountable, who does it, its team, and who may edit the project."""
    person_id = standing_of(user).person_id
    if person_id is not None and task.accountable_id == person_id:
        return True
    if can_add_task(user, task.project):
        return True
    return person_id is not None and any(
        c.person_id == person_id for c in task.contributors.all()
    )
