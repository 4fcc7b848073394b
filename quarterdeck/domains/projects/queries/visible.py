"""Read projects and tasks, through what the asking user may see."""

from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.people.permissions import Standing, standing_of, teams_near

from ..models import Contributor, Project, ProjectMember, Task


def projects_visible_to(user: Any) -> QuerySet[Project]:
    """Return what is open to the organization, of one's teams, or shared by name."""
    return _visible(standing_of(user)).all()


@lru_cache(maxsize=200)
def _visible(standing: Standing) -> QuerySet[Project]:
    """Put the question together; it is never asked itself, only copies of it are.

    It follows from where somebody stands alone, and a page asks it many times over.
    """
    shared = ProjectMember.objects.filter(person__user_id=standing.user_id)
    allowed = Q(pk__in=shared.values("project_id"))
    if standing.is_member:
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
    return _is_visible(standing_of(user), project)


@lru_cache(maxsize=500)
def _is_visible(standing: Standing, project: str) -> Exists:
    return Exists(_visible(standing).order_by().filter(pk=OuterRef(project)))


def get_task(*, user: Any, task_id: int) -> Task:
    rows = tasks_visible_to(user).select_related("project", "accountable", "parent")
    people = Contributor.objects.select_related("person")
    return rows.prefetch_related(Prefetch("contributors", people)).get(pk=task_id)
