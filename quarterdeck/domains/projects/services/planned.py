"""Put tasks where an accepted plan wants them; the plan records the act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from quarterdeck.domains.activity.services import FieldChange, revise_all
from quarterdeck.shared.records import EditableRecord
from quarterdeck.shared.writing import write_fields

from ..models import Contributor, Task
from .editing import TASK

BATCH = 5_000  # links that one statement adds or takes away


@dataclass(frozen=True)
class Placed:
    """A locked task, its contributors read with it, and where the plan puts it."""

    task: Task
    people: Sequence[int]
    start: datetime
    end: datetime

    @property
    def before(self) -> list[int]:
        return sorted(c.person_id for c in self.task.contributors.all())


def put_in_plan(placed: Sequence[Placed], *, at: datetime) -> list[FieldChange]:
    """Set people and times of locked tasks inside the caller's transaction.

    Who does a task first becomes accountable when nobody is. No activity of its own:
    one act of accepting moves many tasks and is told once, with every change in it.
    The statements do not grow with the number of tasks: a plan may hold thousands.
    """
    rows: list[tuple[EditableRecord, dict[str, Any]]] = [
        (row.task, _wanted(row)) for row in placed
    ]
    versions = {row.task.pk: row.task.version for row in placed}
    changes = revise_all(rows, at=at)
    others = [row for row in placed if row.before != sorted(row.people)]
    alone = [row.task for row in others if row.task.version == versions[row.task.pk]]
    for task in alone:
        task.version, task.updated_at = task.version + 1, at
    write_fields(alone, ["version", "updated_at"])
    changes += [
        FieldChange(
            TASK,
            row.task.pk,
            row.task.version,
            "contributors",
            row.before,
            sorted(row.people),
        )
        for row in others
    ]
    _hand_over(others, at)
    return changes


def _wanted(row: Placed) -> dict[str, Any]:
    wanted: dict[str, Any] = {"planned_start": row.start, "planned_end": row.end}
    if row.task.accountable_id is None and row.people:
        wanted["accountable_id"] = row.people[0]
    return wanted


def _hand_over(rows: Sequence[Placed], at: datetime) -> None:
    """Take off who no longer does it, and put on who does from now on."""
    gone, new = [], []
    for row in rows:
        have, wanted = set(row.before), set(row.people)
        gone += [c.pk for c in row.task.contributors.all() if c.person_id not in wanted]
        new += [
            Contributor(task=row.task, person_id=person_id, since=at)
            for person_id in sorted(wanted - have)
        ]
        row.task._prefetched_objects_cache.pop("contributors", None)  # type: ignore[attr-defined]
    for first in range(0, len(gone), BATCH):
        Contributor.objects.filter(Q(pk__in=gone[first : first + BATCH])).delete()
    Contributor.objects.bulk_create(new, batch_size=BATCH)
