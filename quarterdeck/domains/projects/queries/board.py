"""Read the board: a column for each status, each bounded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from quarterdeck.shared.paging import Page, count_up_to, page_of

from ..models import Task
from .narrowing import Filter
from .rows import TaskRow, rows_by_id
from .visible import tasks_visible_to

CARDS = 50
DONE_FOR = timedelta(days=14)
Status = Task.Status
COLUMNS = (Status.TODO, Status.DOING, Status.WAITING, Status.DONE)


@dataclass(frozen=True)
class Column:
    """One status: the cards of one page, and whether there are more."""

    status: str
    label: str
    cards: list[TaskRow]
    page: int
    has_more: bool


def board(
    *, user: Any, at: datetime, which: Filter, pages: dict[str, int] | None = None
) -> list[Column]:
    """Return To do, Doing, Waiting and what was done in the last 14 days.

    `pages` names the page of a column; all others show their first.
    """
    wanted = pages or {}
    tasks = which.tasks(user).filter(is_summary=False)
    found = {
        status: _page(tasks, status, at, wanted.get(status, 1)) for status in COLUMNS
    }
    cards = rows_by_id([pk for page in found.values() for pk in page.items])
    return [_column(status, page, cards) for status, page in found.items()]


def board_column(
    *, user: Any, status: str, at: datetime, which: Filter, page: int
) -> Column:
    """Return one column, also Someday, which the board only counts."""
    found = _page(which.tasks(user).filter(is_summary=False), status, at, page)
    return _column(status, found, rows_by_id(found.items))


def someday_count(*, user: Any, which: Filter) -> tuple[int, bool]:
    rows = which.tasks(user).filter(status=Status.BACKLOG, is_summary=False)
    return count_up_to(rows, 1_000)


def _page(tasks: QuerySet[Task], status: str, at: datetime, page: int) -> Page[int]:
    """Find the cards of a column by number; what they tell is read for all at once."""
    tasks = tasks.filter(status=status)
    if status == Status.DONE:
        tasks = tasks.filter(done_at__gte=at - DONE_FOR).order_by("-done_at", "-id")
    else:
        # The group first: it is what the index begins with.
        tasks = tasks.filter(still_open__in=[True])
        tasks = tasks.order_by("-still_open", "priority", "due_or_never", "id")
    return page_of(tasks.values_list("pk", flat=True), page, CARDS)


def _column(status: str, page: Page[int], cards: dict[int, TaskRow]) -> Column:
    shown = [cards[pk] for pk in page.items if pk in cards]
    return Column(status, str(Status(status).label), shown, page.number, page.has_next)


def late_tasks(user: Any, today: date) -> QuerySet[Task]:
    """Return open tasks past their deadline, the longest late first."""
    rows = tasks_visible_to(user).filter(
        status__in=Task.OPEN, deadline__lt=today, is_summary=False
    )
    return rows.select_related("project", "accountable").order_by("deadline", "id")


def tasks_without_why(user: Any) -> QuerySet[Task]:
    """Return open tasks whose chain of reasons ends nowhere."""
    rows = tasks_visible_to(user).filter(status__in=Task.OPEN, is_summary=False)
    rows = rows.filter(why="", goal__isnull=True)
    rows = rows.filter(project__why="", project__goal__isnull=True)
    return rows.select_related("project", "accountable").order_by("-id")
