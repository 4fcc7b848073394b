"""Read the board: a column for each status, each bounded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from quarterdeck.shared.paging import count_up_to, page_of

from ..models import Block, Task
from .narrowing import Filter
from .visible import tasks_visible_to

CARDS = 50
DONE_FOR = timedelta(days=14)
Status = Task.Status
# What a card tells, and what moving it asks; descriptions can be long.
SHOWN = (
    *("title", "why", "status", "priority", "deadline", "version"),
    *("estimate_low", "estimate_high", "remaining", "project", "goal", "accountable"),
    *("project__name", "project__why", "project__team", "project__leader"),
    *("project__goal", "project__goal__why", "goal__why", "accountable__name"),
)
COLUMNS = (Status.TODO, Status.DOING, Status.WAITING, Status.DONE)


@dataclass(frozen=True)
class Column:
    """One status: the cards of one page, and whether there are more."""

    status: str
    label: str
    cards: list[Task]
    page: int
    has_more: bool


def board(
    *, user: Any, at: datetime, which: Filter, pages: dict[str, int] | None = None
) -> list[Column]:
    """Return To do, Doing, Waiting and what was done in the last 14 days.

    `pages` names the page of a column; all others show their first.
    """
    wanted = pages or {}
    columns = [
        _column(user, status, at, which, wanted.get(status, 1)) for status in COLUMNS
    ]
    _complete([card for column in columns for card in column.cards])
    return columns


def board_column(
    *, user: Any, status: str, at: datetime, which: Filter, page: int
) -> Column:
    """Return one column, also Someday, which the board only counts."""
    column = _column(user, status, at, which, page)
    _complete(column.cards)
    return column


def someday_count(*, user: Any, which: Filter) -> tuple[int, bool]:
    rows = which.tasks(user).filter(status=Status.BACKLOG, is_summary=False)
    return count_up_to(rows, 1_000)


def _column(user: Any, status: str, at: datetime, which: Filter, page: int) -> Column:
    tasks = which.tasks(user).filter(status=status, is_summary=False)
    if status == Status.DONE:
        tasks = tasks.filter(done_at__gte=at - DONE_FOR).order_by("-done_at", "-id")
    else:
        # The group first: it is what the index begins with.
        tasks = tasks.filter(still_open__in=[True])
        tasks = tasks.order_by("-still_open", "priority", "due_or_never", "id")
    rows = tasks.select_related("project__goal", "goal", "accountable")
    rows = rows.only(*SHOWN)
    found = page_of(rows, page, CARDS)
    label = str(Status(status).label)
    return Column(status, label, found.items, found.number, found.has_next)


def _complete(cards: list[Task]) -> None:
    """Add what the cards show and what moving them asks, once for all columns."""
    open_blocks = Block.objects.filter(cleared_at__isnull=True)
    prefetch_related_objects(
        cards, "contributors", Prefetch("blocks", open_blocks, to_attr="open_blocks")
    )


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
