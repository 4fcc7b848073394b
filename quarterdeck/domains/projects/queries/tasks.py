"""The task list: one filter for the screen, the API, saved views and bulk edits."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.goals.queries import why_of_goals
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import get_organization, zone_of
from quarterdeck.domains.people.permissions import is_member, standing_of

from ..models import Block, Contributor, Project, Task
from .found_by import narrowed
from .visible import projects_visible_to

STATUS_GROUPS = ("open", "closed", "all")
DEADLINES = ("overdue", "today", "week", "month", "none")
SORTS = {
    "deadline": ("-still_open", "due_or_never", "id"),
    "priority": ("-still_open", "priority", "due_or_never", "id"),
    "changed": ("-updated_at", "id"),
    "newest": ("-id",),
    "planned": ("planned_start", "id"),
}
FEW = 100  # projects of which all tasks are read and sorted
SHOWN = ("project", "project__goal", "accountable", "goal", "milestone")


@dataclass(frozen=True)
class TaskFilter:
    """What somebody looks for; the defaults show what is open, by deadline."""

    text: str = ""
    status: str = "open"  # a group or one status
    project: int | None = None
    team: int | None = None
    person: int | None = None
    mine: bool = False
    priority: int | None = None
    deadline: str = ""
    goal: int | None = None
    milestone: int | None = None
    week: date | None = None
    no_estimate: bool = False
    no_why: bool = False
    no_person: bool = False
    blocked: bool = False
    sort: str = "deadline"


def tasks_found(*, user: Any, wanted: TaskFilter, today: date) -> QuerySet[Task]:
    """Return the visible tasks that fit, in order; the caller takes a page of them."""
    rows, few = _in_projects(_projects(user, wanted), wanted, user)
    person_id = wanted.person
    if wanted.mine:
        person_id = standing_of(user).person_id or 0
    rows, begins_there = narrowed(rows, wanted, person_id)
    few = few or begins_there
    few = few or wanted.project is not None or wanted.milestone is not None
    rows = rows.filter(_status(wanted.status, few=few))
    rows = rows.filter(_deadline(wanted.deadline, today))
    rows = rows.filter(_links(wanted), _gaps(wanted), is_summary=False)
    if wanted.week is not None:
        rows = rows.filter(_planned_in_week_of(wanted.week))
    if wanted.sort == "planned":
        rows = rows.filter(planned_start__isnull=False)
    return rows.order_by(*SORTS.get(wanted.sort, SORTS["deadline"]))


def _projects(user: Any, wanted: TaskFilter) -> QuerySet[Project]:
    """Return the visible projects that the filter speaks of."""
    rows = projects_visible_to(user).order_by()
    if wanted.project is None:
        rows = rows.filter(archived_at__isnull=True)
    if wanted.no_why:
        rows = rows.filter(why="", goal__isnull=True)
    if wanted.team is not None:
        path = Team.objects.filter(pk=wanted.team).values_list("path", flat=True)
        below = Team.objects.filter(path__startswith=path.first() or "none")
        rows = rows.filter(team_id__in=below.values("pk"))
    return rows


def _in_projects(
    projects: QuerySet[Project], wanted: TaskFilter, user: Any
) -> tuple[QuerySet[Task], bool]:
    """Return the tasks of these projects, and whether the reading starts from those.

    A member sees most projects, so the list is read along its own index and each row
    asks for its project. A guest, and a team that is not all teams, have few.
    """
    if not is_member(user):
        return Task.objects.filter(project_id__in=projects.values("pk")), True
    if wanted.team is not None:
        ids = list(projects.values_list("pk", flat=True)[: FEW + 1])
        if len(ids) <= FEW:
            return Task.objects.filter(project_id__in=ids), True
    asked = projects.filter(pk=OuterRef("project_id"))
    return Task.objects.filter(Exists(asked)), False


def with_what_a_row_shows(rows: QuerySet[Task]) -> QuerySet[Task]:
    """Fetch what one line of a list needs, in a fixed number of queries."""
    people = Contributor.objects.select_related("person").order_by("id")
    return rows.select_related(*SHOWN).prefetch_related(
        Prefetch("contributors", people),
        Prefetch(
            "blocks", Block.objects.filter(cleared_at__isnull=True), "open_blocks"
        ),
    )


def _status(status: str, *, few: bool) -> Q:
    if status == "open":
        return _on_side(True, few)
    if status == "closed":
        return _on_side(False, few)
    if status in Task.Status.values:
        # The side first: it is what the index begins with.
        return _on_side(status in Task.OPEN, few) & Q(status=status)
    return Q()


def _on_side(is_open: bool, few: bool) -> Q:
    # Written as a list, so that the database compares and can enter its index there;
    # where few rows are left by a person or by what a guest sees, it starts from those.
    return Q(still_open=is_open) if few else Q(still_open__in=[is_open])


def _deadline(window: str, today: date) -> Q:
    if window == "overdue":
        return Q(still_open=True, due_or_never__lt=today)
    if window == "none":
        return Q(due_or_never=date.max)
    last = {
        "today": today,
        "week": today + timedelta(days=6 - today.weekday()),
        "month": today + timedelta(days=30),
    }.get(window)
    return Q(due_or_never__lte=last) if last else Q()


def _links(wanted: TaskFilter) -> Q:
    found = Q()
    if wanted.project is not None:
        found &= Q(project_id=wanted.project)
    if wanted.priority is not None:
        found &= Q(priority=wanted.priority)
    if wanted.milestone is not None:
        found &= Q(milestone_id=wanted.milestone)
    return found


def _gaps(wanted: TaskFilter) -> Q:
    found = Q()
    if wanted.no_estimate:
        found &= Q(estimate_low__isnull=True)
    if wanted.no_why:
        found &= Q(why="", goal__isnull=True)
    if wanted.no_person:
        busy = Contributor.objects.filter(task_id=OuterRef("pk"))
        found &= Q(~Exists(busy), accountable__isnull=True)
    return found


def _planned_in_week_of(day: date) -> Q:
    """A week begins and ends where people work, as it does on the page of loads."""
    zone = zone_of(get_organization())
    monday = day - timedelta(days=day.weekday())
    start = datetime.combine(monday, time(), zone)
    end = datetime.combine(monday + timedelta(days=7), time(), zone)
    return Q(planned_start__lt=end, planned_end__gt=start)


def tell_whys(tasks: list[Task]) -> None:
    """Give each task of a page `shown_why` and `why_from`: its own, or the next above."""
    asked = {t.goal_id or t.project.goal_id for t in tasks if not _near_why(t)}
    chains = why_of_goals(asked)
    for task in tasks:
        near = _near_why(task)
        if near is None:
            steps = chains.get(task.goal_id or task.project.goal_id or 0, [])
            near = next(((s.why, s.kind) for s in steps if s.why), ("", ""))
        task.shown_why, task.why_from = near  # type: ignore[attr-defined]


def _near_why(task: Task) -> tuple[str, str] | None:
    if task.why:
        return task.why, "task"
    if task.goal is not None and task.goal.why:
        return task.goal.why, "goal"
    if task.project.why:
        return task.project.why, "project"
    goal = task.project.goal
    return (goal.why, "goal") if goal is not None and goal.why else None
