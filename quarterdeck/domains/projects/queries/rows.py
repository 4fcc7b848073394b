"""Tasks as a list or a board tells of them: plain values, for there are many at once.

A task read as a record brings its project, goals and people as records too, and most of
what they hold is not shown. Read as values, fifty rows or two hundred cards take a third
of the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet

from quarterdeck.domains.goals.queries import why_of_goals
from quarterdeck.shared.paging import PAGE, Page, page_of

from ..models import Block, Contributor, Task


class RowProject(NamedTuple):
    """What a row tells of its project, and what a permission asks of it."""

    id: int
    name: str
    why: str
    team_id: int
    leader_id: int | None


class OpenBlock(NamedTuple):
    reason: str
    blocked_at: datetime


@dataclass(slots=True)
class TaskRow:
    """One task; who does it and what blocks it are read for all rows together."""

    id: int
    title: str
    own_why: str
    status: str
    priority: int
    deadline: date | None
    estimate_low: Decimal | None
    estimate_high: Decimal | None
    accountable_id: int | None
    accountable: str | None
    project: RowProject
    goal_id: int | None  # its own, else its project's
    goal_why: str | None
    project_goal_why: str | None
    people: Sequence[tuple[int, str]] = ()
    block: OpenBlock | None = None
    why: str = ""  # the nearest one up the chain

    @property
    def project_id(self) -> int:
        return self.project.id

    @property
    def is_open(self) -> bool:
        return self.status in Task.OPEN

    @property
    def near_why(self) -> str:
        """Its own why, or the next above, as far as the project's goal."""
        inherited = self.goal_why or self.project.why or self.project_goal_why
        return self.own_why or inherited or ""


COLUMNS = (
    *("pk", "title", "why", "status", "priority", "deadline"),
    *("estimate_low", "estimate_high", "accountable_id", "accountable__name"),
    *("project_id", "project__name", "project__why"),
    *("project__team_id", "project__leader_id"),
    *("goal_id", "project__goal_id", "goal__why", "project__goal__why"),
)


def page_of_rows(found: QuerySet[Task], number: int, size: int = PAGE) -> Page[TaskRow]:
    """Return one page of the tasks found, with all that a row of a list tells."""
    page = page_of(found.values_list(*COLUMNS), number, size)
    rows = list(map(_row, page.items))
    tell_people(rows)
    tell_reasons(rows)
    return Page(rows, page.number, page.has_next)


def rows_by_id(ids: Iterable[int]) -> dict[int, TaskRow]:
    """Return these tasks, which the caller has been let see; three queries."""
    found = Task.objects.filter(pk__in=list(ids)).values_list(*COLUMNS)
    rows = {row.id: row for row in map(_row, found)}
    tell_people(rows.values())
    return rows


def _row(values: tuple[Any, ...]) -> TaskRow:
    goal_id, project_goal_id, *whys_of_goals = values[15:]
    project, goal = RowProject(*values[10:15]), goal_id or project_goal_id
    fields: list[Any] = [*values[:10], project, goal, *whys_of_goals]
    return TaskRow(*fields)


def tell_people(rows: Iterable[TaskRow]) -> None:
    """Give the rows who does them and what blocks them; two queries."""
    by_id = {row.id: row for row in rows}
    helpers: dict[int, list[tuple[int, str]]] = defaultdict(list)
    doing = Contributor.objects.filter(task_id__in=by_id).order_by("id")
    found = doing.values_list("task_id", "person_id", "person__name")
    for task_id, person_id, name in found:
        helpers[task_id].append((person_id, name))
    for task_id, people in helpers.items():
        by_id[task_id].people = people
    blocks = Block.objects.filter(cleared_at__isnull=True, task_id__in=by_id)
    open_now = blocks.values_list("task_id", "reason", "blocked_at")
    for task_id, reason, blocked_at in open_now:
        by_id[task_id].block = OpenBlock(reason, blocked_at)


def tell_reasons(rows: Sequence[TaskRow]) -> None:
    """Give each row its why; of those without one near, the goals above are read."""
    asked = {row.goal_id for row in rows if not row.near_why}
    chains = why_of_goals(asked)
    for row in rows:
        above = () if row.near_why else chains.get(row.goal_id or 0, ())
        row.why = row.near_why or next((step.why for step in above if step.why), "")
