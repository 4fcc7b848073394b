"""What a task waits for and needs, told as changes of the task: so they can be undone."""

from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity

from ..models import Dependency, HoursByPerson, SkillNeed, Task
from .audiences import audience_of

TASK = "projects.Task"
# each with the number of the other record
WAITS, NEEDS, HOURS = "waits_for:", "needs:", "hours_of:"
LINKED = (WAITS, NEEDS, HOURS)
Linked = Dependency | SkillNeed | HoursByPerson
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
    if isinstance(record, HoursByPerson):
        return [activity.plain(record.hours)]
    return [record.level, record.head_count]


def task_of(record: Linked) -> Task:
    return record.after if isinstance(record, Dependency) else record.task


def _field_of(record: Linked) -> str:
    if isinstance(record, Dependency):
        return f"{WAITS}{record.before_id}"
    if isinstance(record, HoursByPerson):
        return f"{HOURS}{record.person_id}"
    return f"{NEEDS}{record.skill_id}"


def _details(record: Linked) -> dict[str, Any]:
    if isinstance(record, Dependency):
        lag = activity.plain(record.lag_hours)
        return {"before": record.before_id, "kind": record.kind, "lag_hours": lag}
    if isinstance(record, HoursByPerson):
        return {"person": record.person_id, "hours": activity.plain(record.hours)}
    return {
        "skill": record.skill.name,
        "level": record.level,
        "head_count": record.head_count,
    }
