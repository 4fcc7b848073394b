"""Read projects and tasks, through what the asking user may see."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.people.permissions import is_member, standing_of, teams_near

from ..models import Project, ProjectMember, Task


def projects_visible_to(user: Any) -> QuerySet[Project]:
    """Return what is open to the organization, of one's teams, or shared by name."""
    standing = standing_of(user)
    shared = ProjectMember.objects.filter(person__user_id=standing.user_id)
    allowed = Q(pk__in=shared.values("project_id"))
    if is_member(user):
        allowed |= Q(visibility=Project.Visibility.ORGANIZATION)
        allowed |= Q(team_id__in=teams_near(standing).values("pk"))
        if standing.person_id is not None:
            allowed |= Q(leader_id=standing.person_id)
    rows = Project.objects.filter(allowed, is_staged=False)
    return rows.order_by("name", "id")


def get_project(*, user: Any, project_id: int) -> Project:
    return projects_visible_to(user).get(pk=project_id)


def tasks_visible_to(user: Any) -> QuerySet[Task]:
    """Return the tasks of visible projects: a task is as visible as its project."""
    visible = projects_visible_to(user).order_by().values("pk")
    return Task.objects.filter(project_id__in=visible)


def in_visible_project(user: Any, project: str) -> Exists:
    """Ask of each row found, by the name of its project, whether it may be seen.

    For reading that begins with few rows: the visible projects are not listed first.
    """
    visible = projects_visible_to(user).order_by()
    return Exists(visible.filter(pk=OuterRef(project)))


def get_task(*, user: Any, task_id: int) -> Task:
    rows = tasks_visible_to(user).select_related("project", "accountable", "parent")
    return rows.prefetch_related("contributors__person").get(pk=task_id)
