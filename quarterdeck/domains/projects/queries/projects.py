"""The project list and one project, with how much of its work is done."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of, teams_near

from ..models import Milestone, Project, ProjectMember, Task
from .visible import projects_visible_to, tasks_visible_to


@dataclass(frozen=True)
class ProjectFilter:
    text: str = ""
    team: int | None = None
    goal: int | None = None
    archived: bool = False


@dataclass(frozen=True)
class Work:
    """Tasks and hours of one project; what has no estimate is counted, never guessed."""

    tasks: int = 0
    done: int = 0
    hours: float = 0
    hours_done: float = 0
    unestimated: int = 0

    @property
    def share(self) -> float | None:
        return self.hours_done / self.hours if self.hours else None


def projects_found(*, user: Any, wanted: ProjectFilter) -> QuerySet[Project]:
    rows = projects_visible_to(user).filter(archived_at__isnull=not wanted.archived)
    rows = rows.select_related("team", "leader", "goal")
    if wanted.text:
        rows = rows.filter(name__icontains=wanted.text)
    if wanted.team is not None:
        rows = rows.filter(team_id=wanted.team)
    if wanted.goal is not None:
        rows = rows.filter(goal_id=wanted.goal)
    return rows


def work_of(project_ids: list[int]) -> dict[int, Work]:
    """Return the work of the projects of one page, in one query."""
    rows = Task.objects.filter(project_id__in=project_ids, is_summary=False)
    rows = rows.exclude(status=Task.Status.CANCELLED).order_by()
    done = Q(status=Task.Status.DONE)
    middle = (F("estimate_low") + F("estimate_high")) / Decimal(2)
    sums = rows.values("project_id").annotate(
        tasks=Count("pk"),
        done=Count("pk", filter=done),
        hours=Sum(middle),
        hours_done=Sum(middle, filter=done),
        unestimated=Count("pk", filter=Q(estimate_low__isnull=True)),
    )
    return {
        row["project_id"]: Work(
            row["tasks"],
            row["done"],
            float(row["hours"] or 0),
            float(row["hours_done"] or 0),
            row["unestimated"],
        )
        for row in sums
    }


def tell_work(projects: list[Project]) -> None:
    """Give each project of a page its `work`."""
    found = work_of([project.pk for project in projects])
    for project in projects:
        project.work = found.get(project.pk, Work())  # type: ignore[attr-defined]


def members_of(project: Project) -> QuerySet[ProjectMember]:
    """Return who was let in by name; the caller may see the project."""
    rows = ProjectMember.objects.filter(project=project).select_related("person")
    return rows.order_by("person__name", "id")


def milestones_of(project: Project) -> QuerySet[Milestone]:
    rows = Milestone.objects.filter(project=project)
    return rows.order_by(F("deadline").asc(nulls_last=True), "id")


def people_near(project: Project) -> QuerySet[Person]:
    """Return who is likely to work in the project: its team, and who was let in."""
    team = Membership.objects.filter(team_id=project.team_id).values("person_id")
    inside = ProjectMember.objects.filter(project=project).values("person_id")
    rows = Person.objects.filter(Q(pk__in=team) | Q(pk__in=inside))
    return rows.order_by("name", "id")


def people_of_teams(user: Any, most: int = 100) -> list[str]:
    """Return names to suggest: people of the teams the user is in or leads."""
    teams = teams_near(standing_of(user)).values("pk")
    mine = Membership.objects.filter(team_id__in=teams).values("person_id")
    rows = Person.objects.filter(pk__in=mine).order_by("name")
    return list(rows.values_list("name", flat=True)[:most])


def milestones_near(*, user: Any, task_ids: list[int]) -> QuerySet[Milestone]:
    """Return the milestones of the projects that these tasks are in."""
    projects = tasks_visible_to(user).filter(pk__in=task_ids).values("project_id")
    return Milestone.objects.filter(project_id__in=projects)


def get_project_page(*, user: Any, project_id: int) -> Project:
    """Return one project with what its page shows."""
    rows = projects_visible_to(user).select_related("team", "leader", "goal")
    return rows.get(pk=project_id)
