"""What a task waits for and needs, told as changes of the task: so they can be undone."""

from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity

from ..models import Dependency, SkillNeed, Task
from .audiences import audience_of

TASK = "projects.Task"
WAITS, NEEDS = "waits_for:", "needs:"  # each with the number of the other record
LINKED = (WAITS, NEEDS)
Linked = Dependency | SkillNeed
Value = list[Any] | None  # None where there is no link


def tell_of_linked(
    verb: str, record: Linked, *, by: Any, at: datetime, before: Value, after: Value
) -> Activity:
    """Record an act on a link or a need as one on the task that has it."""
    task = task_of(record)
    change = activity.FieldChange(
        TASK, task.pk, task.version, _field_of(record), before, after
    )
    return activity.record(
        by=by,
        verb=verb,
        subject=task,
        at=at,
        audience=audience_of(task.project),
        changes=[change],
        details=_details(record),
    )


def value_of(record: Linked) -> list[Any]:
    """Return what the record says, as plain values."""
    if isinstance(record, Dependency):
        return [record.kind, activity.plain(record.lag_hours)]
    return [record.level, record.head_count]


def task_of(record: Linked) -> Task:
    return record.after if isinstance(record, Dependency) else record.task


def _field_of(record: Linked) -> str:
    if isinstance(record, Dependency):
        return f"{WAITS}{record.before_id}"
    return f"{NEEDS}{record.skill_id}"


def _details(record: Linked) -> dict[str, Any]:
    if isinstance(record, Dependency):
        lag = activity.plain(record.lag_hours)
        return {"before": record.before_id, "kind": record.kind, "lag_hours": lag}
    return {
        "skill": record.skill.name,
        "level": record.level,
        "head_count": record.head_count,
    }
