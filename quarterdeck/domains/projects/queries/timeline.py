"""Read what is planned in some weeks, as plain rows to draw."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Literal

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.models import PublicHoliday
from quarterdeck.shared.paging import count_up_to

from ..models import Contributor, Dependency, Project, Task
from .narrowing import Filter
from .visible import projects_visible_to

Grouping = Literal["project", "person"]
MOST = 3_000
AT_FIRST = 20  # projects read at once; then four times as many
UNPLANNED = 50
BY_PRIORITY = ("-still_open", "priority", "due_or_never", "id")


@dataclass(frozen=True)
class Bar:
    """A task with its dates; the done share is None while nothing tells it."""

    task_id: int
    title: str
    group_id: int | None
    group: str
    project: str
    accountable: str
    start: datetime
    end: datetime
    deadline: date | None
    status: str
    done_share: float | None

    @property
    def is_open(self) -> bool:
        return self.status in Task.OPEN


@dataclass(frozen=True)
class Arrow:
    """The later task waits for the earlier one."""

    before: int
    after: int
    kind: str


@dataclass(frozen=True)
class Timeline:
    """Bars in the order of their rows, arrows among them, and what is not drawn."""

    bars: list[Bar]
    has_more: bool
    arrows: list[Arrow]
    holidays: frozenset[date]
    unplanned: list[Task] = field(default_factory=list)
    unplanned_count: tuple[int, bool] = (0, False)


def timeline(
    *,
    user: Any,
    which: Filter,
    first: date,
    last: date,
    by: Grouping = "project",
    most: int = 300,
    zone: tzinfo = UTC,
) -> Timeline:
    """Return the tasks planned between two days; a few queries, however many tasks.

    Days begin in `zone`, and bars are told in its time: what is planned for a Monday
    in Auckland began on a Sunday elsewhere.
    """
    projects = which.of_projects(projects_visible_to(user))
    tasks = Task.objects.filter(is_summary=False)
    tasks = which.of_person(tasks.exclude(status=Task.Status.CANCELLED))
    most = min(most, MOST)
    rows = _read(_planned(tasks, first, last, zone), projects, which, most + 1)
    rows, has_more = rows[:most], len(rows) > most
    bars = _bars(rows, by, zone)
    ids = {row[0] for row in rows}
    unplanned = which.open_tasks(user).filter(is_summary=False)
    unplanned = unplanned.filter(
        Q(planned_start__isnull=True) | Q(planned_end__isnull=True)
    )
    listed = unplanned.select_related("project", "accountable").only(*LISTED)
    return Timeline(
        bars=bars,
        has_more=has_more,
        arrows=_arrows(ids),
        holidays=_holidays(first, last),
        unplanned=list(listed.order_by(*BY_PRIORITY)[:UNPLANNED]),
        unplanned_count=count_up_to(unplanned, 1_000),
    )


Row = tuple[Any, ...]
LISTED = ("title", "project__name", "accountable__name")
COLUMNS = (
    "pk",
    "title",
    "project_id",
    "project__name",
    "accountable_id",
    "accountable__name",
    "planned_start",
    "planned_end",
    "deadline",
    "status",
    "estimate_low",
    "estimate_high",
    "remaining",
)


def _planned(
    tasks: QuerySet[Task], first: date, last: date, zone: tzinfo
) -> QuerySet[Task, Row]:
    start = datetime.combine(first, time.min, tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time.min, tzinfo=zone)
    rows = tasks.filter(planned_start__lt=end, planned_end__gte=start)
    rows = rows.order_by("project__name", "project_id", "planned_start", "pk")
    return rows.values_list(*COLUMNS)


def _read(
    rows: QuerySet[Task, Row], projects: QuerySet[Project], which: Filter, most: int
) -> list[Row]:
    """Read project by project in their order, and stop when there is enough.

    Sorting all that is planned by the name of its project would read every task. One
    person has few tasks, wherever they are.
    """
    if which.person_id is not None:
        visible = projects.order_by().values("pk")
        return list(rows.filter(project_id__in=visible)[:most])
    found: list[Row] = []
    done, step = 0, AT_FIRST
    while len(found) < most:
        ids = list(projects.values_list("pk", flat=True)[done : done + step])
        found += rows.filter(project_id__in=ids)[: most - len(found)]
        if len(ids) < step:
            break
        done, step = done + step, step * 4
    return found


def _bars(rows: list[Row], by: Grouping, zone: tzinfo) -> list[Bar]:
    if by == "project":
        return [_bar(row, row[2], row[3], zone) for row in rows]
    people = _people([row[0] for row in rows])
    bars = [
        _bar(row, person_id, name, zone)
        for row in rows
        for person_id, name in people.get(row[0]) or [(row[4], row[5] or "Nobody yet")]
    ]
    return sorted(bars, key=lambda b: (b.group_id is None, b.group, b.group_id or 0))


def _people(ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Contributor.objects.filter(task_id__in=ids)
    named = rows.values_list("task_id", "person_id", "person__name")
    for task_id, person_id, name in named:
        found[task_id].append((person_id, name))
    return found


def _bar(row: Row, group_id: int | None, group: str, zone: tzinfo) -> Bar:
    pk, title, _, project, _, accountable, start, end, deadline, status, *hours = row
    return Bar(
        task_id=pk,
        title=title,
        group_id=group_id,
        group=group,
        project=project,
        accountable=accountable or "",
        start=start.astimezone(zone),
        end=max(start, end).astimezone(zone),
        deadline=deadline,
        status=status,
        done_share=_done_share(status, *hours),
    )


def _done_share(status: str, low: Any, high: Any, remaining: Any) -> float | None:
    if status == Task.Status.DONE:
        return 1.0
    if low is None or remaining is None or not low + high:
        return None
    return max(0.0, 1 - 2 * float(remaining) / float(low + high))


def _arrows(ids: set[int]) -> list[Arrow]:
    rows = Dependency.objects.filter(before_id__in=ids)
    pairs = rows.values_list("before_id", "after_id", "kind")
    return [Arrow(*pair) for pair in pairs if pair[1] in ids]


def _holidays(first: date, last: date) -> frozenset[date]:
    rows = PublicHoliday.objects.filter(on__gte=first, on__lte=last, location="")
    return frozenset(rows.values_list("on", flat=True))
