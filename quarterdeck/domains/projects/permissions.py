"""Who may see and change projects and tasks."""

from typing import TYPE_CHECKING, Any

from quarterdeck.domains.people.permissions import is_member, leads_team, standing_of

from .models import Project, Task

if TYPE_CHECKING:
    from .queries.rows import RowProject, TaskRow


def can_add_project(user: Any, team_id: int) -> bool:
    standing = standing_of(user)
    return is_member(user) and team_id in standing.team_ids


def can_add_projects(user: Any) -> bool:
    """Whether there is any team to add a project to."""
    return is_member(user) and bool(standing_of(user).team_ids)


def can_edit_project(user: Any, project: "Project | RowProject") -> bool:
    """Its leader, and whoever leads its team or a team above it."""
    person_id = standing_of(user).person_id
    if person_id is not None and project.leader_id == person_id:
        return True
    return leads_team(user, project.team_id)


def can_add_task(user: Any, project: "Project | RowProject") -> bool:
    """Members of the team add tasks, and whoever may edit the project."""
    in_team = project.team_id in standing_of(user).member_team_ids
    return (is_member(user) and in_team) or can_edit_project(user, project)


def can_edit_task(user: Any, task: Task) -> bool:
    """Who is accountable, who does it, its team, and who may edit the project."""
    if _is_concerned(user, task.accountable_id, task.project):
        return True
    return _is_among(user, [each.person_id for each in task.contributors.all()])


def can_edit_row(user: Any, row: "TaskRow") -> bool:
    """The same of a task as a list tells of it."""
    if _is_concerned(user, row.accountable_id, row.project):
        return True
    return _is_among(user, [person_id for person_id, _ in row.people])


def _is_concerned(
    user: Any, accountable_id: int | None, project: "Project | RowProject"
) -> bool:
    person_id = standing_of(user).person_id
    is_accountable = person_id is not None and accountable_id == person_id
    return is_accountable or can_add_task(user, project)


def _is_among(user: Any, person_ids: list[int]) -> bool:
    return standing_of(user).person_id in person_ids
