"""Who may see and change projects and tasks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.people.permissions import (
    Standing,
    is_member,
    leads_team,
    standing_of,
)

from .models import Project, Task

if TYPE_CHECKING:
    from .queries.rows import RowProject, TaskRow


def can_add_project(user: Any, team_id: int) -> bool:
    is_near = team_id in standing_of(user).member_team_ids or leads_team(user, team_id)
    return is_member(user) and is_near


def can_add_projects(user: Any) -> bool:
    """Whether there is any team to add a project to."""
    return is_member(user) and bool(standing_of(user).member_team_ids)


def can_edit_project(user: Any, project: "Project | RowProject") -> bool:
    """Its leader, and whoever leads its team or a team above it."""
    return _may_edit_project(standing_of(user), project)


def can_add_task(user: Any, project: "Project | RowProject") -> bool:
    """Members of the team add tasks, and whoever may edit the project."""
    return _may_add_task(standing_of(user), project)


def can_edit_task(user: Any, task: Task) -> bool:
    """Who is accountable, who does it, its team, and who may edit the project."""
    standing = standing_of(user)
    if _is_concerned(standing, task.accountable_id, task.project):
        return True
    return standing.person_id in [each.person_id for each in task.contributors.all()]


def rows_to_edit(user: Any, rows: "Iterable[TaskRow]") -> frozenset[int]:
    """Of the tasks a list or a board tells of, those that this user may edit."""
    standing = standing_of(user)
    return frozenset(
        row.id
        for row in rows
        if _is_concerned(standing, row.accountable_id, row.project)
        or standing.person_id in [person_id for person_id, _ in row.people]
    )


def _is_concerned(
    standing: Standing, accountable_id: int | None, project: "Project | RowProject"
) -> bool:
    if standing.person_id is not None and accountable_id == standing.person_id:
        return True
    return _may_add_task(standing, project)


def _may_add_task(standing: Standing, project: "Project | RowProject") -> bool:
    in_team = project.team_id in standing.member_team_ids
    return (standing.is_member and in_team) or _may_edit_project(standing, project)


def _may_edit_project(standing: Standing, project: "Project | RowProject") -> bool:
    if standing.person_id is not None and project.leader_id == standing.person_id:
        return True
    return project.team_id in standing.led_team_ids
