"""Put a task where an accepted plan wants it; the plan records the act."""

from collections.abc import Sequence
from datetime import datetime

from quarterdeck.domains.activity.services import FieldChange, revise

from ..models import Contributor, Task
from .contributors import set_contributors
from .editing import TASK


def put_in_plan(
    *, task: Task, people: Sequence[int], start: datetime, end: datetime, at: datetime
) -> list[FieldChange]:
    """Set people and times of a locked task inside the caller's transaction.

    Who does it first becomes accountable when nobody is. No activity of its own: one
    act of accepting moves many tasks and is told once, with every change in it.
    """
    wanted: dict[str, object] = {"planned_start": start, "planned_end": end}
    if task.accountable_id is None and people:
        wanted["accountable_id"] = people[0]
    changes = revise(task, wanted, at=at)
    rows = Contributor.objects.filter(task=task)
    before = sorted(rows.values_list("person_id", flat=True))
    if not set_contributors(task, people, at=at):
        return changes
    if not changes:
        task.version += 1
        task.updated_at = at
        task.save(update_fields=["version", "updated_at"])
    change = FieldChange(
        TASK, task.pk, task.version, "contributors", before, sorted(people)
    )
    return [*changes, change]
