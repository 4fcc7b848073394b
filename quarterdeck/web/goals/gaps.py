"""The gaps between goals and work: what each is, and the records in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from quarterdeck.domains.goals import queries as goals
from quarterdeck.domains.projects import queries as work
from quarterdeck.shared.paging import count_up_to
from quarterdeck.web.home.links import page

ENOUGH = 1_000


@dataclass(frozen=True)
class Line:
    name: str
    url: str
    beside: str


@dataclass(frozen=True)
class Gap:
    """One kind of gap; `lines` turns a page of its records into what is shown."""

    slug: str
    title: str
    meaning: str
    none: str
    rows: Callable[[Any], Any]
    lines: Callable[[Iterable[Any]], list[Line]]


@dataclass(frozen=True)
class Counted:
    gap: Gap
    count: int
    more: bool


def read_gaps(user: Any) -> list[Counted]:
    """Count each gap, up to what is enough to know."""
    return [Counted(gap, *count_up_to(gap.rows(user), ENOUGH)) for gap in GAPS]


def find_gap(slug: str) -> Gap:
    for gap in GAPS:
        if gap.slug == slug:
            return gap
    raise Http404


def _projects_without_goal(user: Any) -> Any:
    rows = work.projects_visible_to(user).filter(goal__isnull=True)
    return rows.filter(archived_at__isnull=True).select_related("team")


def _tasks_without_goal(user: Any) -> Any:
    rows = work.tasks_visible_to(user).filter(still_open=True, is_summary=False)
    rows = rows.filter(goal__isnull=True, project__goal__isnull=True)
    return rows.select_related("project").order_by("-id")


def _goal_lines(rows: Iterable[Any]) -> list[Line]:
    return [Line(g.title, page("goals:show", g.pk), str(g.owner or "")) for g in rows]


def _project_lines(rows: Iterable[Any]) -> list[Line]:
    return [Line(p.name, page("projects:project", p.pk), str(p.team)) for p in rows]


def _task_lines(rows: Iterable[Any]) -> list[Line]:
    return [Line(t.title, page("projects:task", t.pk), str(t.project)) for t in rows]


GAPS = (
    Gap(
        "goals-without-work",
        "Goals without work",
        "No task and no other goal serves them yet.",
        "Every goal has work below it.",
        goals.goals_without_told_work,
        _goal_lines,
    ),
    Gap(
        "goals-without-measure",
        "Goals without a measure",
        "Nobody can tell how far they are.",
        "Every goal shows how far it is.",
        goals.goals_without_measure,
        _goal_lines,
    ),
    Gap(
        "projects-without-goal",
        "Projects without a goal",
        "They are work, but nothing says towards what.",
        "Every project serves a goal.",
        _projects_without_goal,
        _project_lines,
    ),
    Gap(
        "tasks-without-goal",
        "Tasks without a goal",
        "Neither the task nor its project names one.",
        "Every open task serves a goal.",
        _tasks_without_goal,
        _task_lines,
    ),
    Gap(
        "tasks-without-why",
        "Tasks without a why",
        "Their chain of reasons ends nowhere.",
        "Every open task shows its why.",
        work.tasks_without_why,
        _task_lines,
    ),
)
