"""The task list as rows of a file, which an import reads again without doubles."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.formats import LinkRow, TaskRow
from quarterdeck.shared.errors import RuleBroken

from ..models import Block, Contributor, Dependency, SkillNeed, Task
from .tasks import TaskFilter, tasks_found

MOST = 50_000
AT_ONCE = 5_000  # ids in one statement, below what any database takes
PARTING = frozenset(",;|\n")  # what parts the ids and names of one cell
PRIORITY = {1: "urgent", 2: "high", 3: "normal", 4: "low"}
COLUMNS = (
    *("pk", "external_id", "title", "why", "description", "definition_of_done"),
    *("status", "priority", "estimate_low", "estimate_high", "remaining", "deadline"),
    *("planned_start", "planned_end", "created_at", "started_at", "done_at"),
    *("project_id", "project__name", "accountable_id", "accountable__name"),
)


class TooManyToExport(RuleBroken):
    pass


@dataclass(frozen=True)
class Export:
    """Rows as a file has them: hours of a task are those of all its people together."""

    tasks: list[TaskRow]
    links: list[LinkRow]


def export_of(*, user: Any, wanted: TaskFilter, today: date) -> Export:
    """Return exactly the tasks of the list, in its order, with what stands in a row."""
    found = tasks_found(user=user, wanted=wanted, today=today)
    rows: list[Any] = list(found.values_list(*COLUMNS, named=True)[: MOST + 1])
    if len(rows) > MOST:
        raise TooManyToExport(
            f"More than {MOST:,} tasks do not fit into one file. Narrow the list first."
        )
    beside = _beside([row.pk for row in rows])
    keys = _keys(rows)
    people = _names(
        (pk, _unparted(name))
        for pk, name in [
            *((row.accountable_id, row.accountable__name) for row in rows),
            *(person for one in beside.people.values() for person in one),
        ]
    )
    projects = _names((row.project_id, row.project__name) for row in rows)
    zone = _zone()
    tasks = [
        _row(number, row, keys, people, projects, beside, zone)
        for number, row in enumerate(rows, start=2)
    ]
    return Export(tasks, _links(keys, {row.external_id: row.row for row in tasks}))


class Beside(NamedTuple):
    """What other tables say of the tasks, by task."""

    people: dict[int, list[tuple[int, str]]]
    skills: dict[int, list[str]]
    blocks: dict[int, str]


def _beside(ids: list[int]) -> Beside:
    beside = Beside(defaultdict(list), defaultdict(list), {})
    for some in _parts(ids):
        doing = Contributor.objects.filter(task_id__in=some).order_by("id")
        columns = ("task_id", "person_id", "person__name")
        for task_id, person_id, name in doing.values_list(*columns):
            beside.people[task_id].append((person_id, name))
        needs = SkillNeed.objects.filter(task_id__in=some).order_by("skill__name")
        for task_id, skill in needs.values_list("task_id", "skill__name"):
            beside.skills[task_id].append(skill)
        blocks = Block.objects.filter(task_id__in=some, cleared_at__isnull=True)
        beside.blocks.update(blocks.values_list("task_id", "reason"))
    return beside


def _row(
    number: int,
    row: Any,
    keys: dict[int, str],
    people: dict[int, str],
    projects: dict[int, str],
    beside: Beside,
    zone: ZoneInfo,
) -> TaskRow:
    doing = beside.people.get(row.pk, ())
    many = max(1, len(doing))
    is_open = row.status in Task.OPEN
    return TaskRow(
        external_id=keys[row.pk],
        row=number,
        title=row.title,
        project=projects[row.project_id],
        why=row.why,
        description=row.description,
        definition_of_done=row.definition_of_done,
        status=row.status,
        priority=PRIORITY[row.priority],
        estimate_low=_hours(row.estimate_low, many),
        estimate_high=_hours(row.estimate_high, many),
        remaining=_hours(row.remaining, many) if is_open else None,
        deadline=row.deadline,
        planned_start=_day(row.planned_start, zone),
        planned_end=_day(row.planned_end, zone),
        created_at=row.created_at,
        started_at=row.started_at,
        done_at=row.done_at,
        assignees=tuple(people[pk] for pk, _ in doing),
        accountable=people.get(row.accountable_id),
        skills=tuple(beside.skills.get(row.pk, ())),
        blocked_reason=beside.blocks.get(row.pk, "") if is_open else "",
    )


def _keys(rows: list[Any]) -> dict[int, str]:
    """Return the id each task goes by: that of the import it came with, or its number.

    Where two imports gave the same id, both tasks go by their number.
    """
    given = Counter(row.external_id for row in rows)
    return {
        row.pk: row.external_id
        if given[row.external_id] == 1
        and row.external_id
        and not PARTING & set(row.external_id)
        and not row.external_id.startswith("task-")
        else f"task-{row.pk}"
        for row in rows
    }


def _names(pairs: Iterable[tuple[int | None, str | None]]) -> dict[int, str]:
    """Return a name for each record; two of one name are told apart by their number."""
    names = {pk: " ".join(name.split()) for pk, name in pairs if pk and name}
    same = Counter(name.casefold() for name in names.values())
    return {
        pk: name if same[name.casefold()] == 1 else f"{name} ({pk})"
        for pk, name in names.items()
    }


def _unparted(name: str | None) -> str:
    """A name that is one name in a cell of several."""
    return "".join("/" if sign in PARTING else sign for sign in name or "")


def _links(keys: dict[int, str], numbers: dict[str, int]) -> list[LinkRow]:
    """Return the links between tasks of the file; one that leads out of it is left."""
    found = []
    for some in _parts(list(keys)):
        links = Dependency.objects.filter(after_id__in=some).order_by("id")
        columns = ("before_id", "after_id", "kind", "lag_hours")
        found += [
            LinkRow(
                predecessor=keys[before],
                successor=keys[after],
                kind=kind,
                lag_hours=_working_hours(float(lag)),
                row=numbers[keys[after]],
            )
            for before, after, kind, lag in links.values_list(*columns)
            if before in keys
        ]
    return found


def _working_hours(lag: float) -> float:
    """A file counts a day of eight hours, we count the clock."""
    days, rest = divmod(abs(lag), 24)
    hours = days * 8 + min(rest, 8)
    return -hours if lag < 0 else hours


def _hours(value: Any, people: int) -> float | None:
    return None if value is None else float(value * people)


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return None if moment is None else moment.astimezone(zone).date()


def _zone() -> ZoneInfo:
    organization = get_organization()
    return ZoneInfo(organization.time_zone if organization else "UTC")


def _parts(ids: list[int]) -> Iterable[list[int]]:
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))
