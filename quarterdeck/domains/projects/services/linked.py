"""What a task waits for and needs, as changes of the task: so they can be undone."""

from typing import Any

from quarterdeck.domains.activity import services as activity

from ..models import Dependency, SkillNeed

TASK = "projects.Task"
WAITS, NEEDS = "waits_for:", "needs:"  # each with the number of the other record
LINKED = (WAITS, NEEDS)
Value = list[Any] | None  # None where there is no link


def link_change(
    link: Dependency, *, before: Value, after: Value
) -> activity.FieldChange:
    field, task = f"{WAITS}{link.before_id}", link.after
    return activity.FieldChange(TASK, task.pk, task.version, field, before, after)


def need_change(
    need: SkillNeed, *, before: Value, after: Value
) -> activity.FieldChange:
    field, task = f"{NEEDS}{need.skill_id}", need.task
    return activity.FieldChange(TASK, task.pk, task.version, field, before, after)


def value_of(record: Dependency | SkillNeed) -> list[Any]:
    """Return what the record says, as plain values."""
    if isinstance(record, Dependency):
        return [record.kind, activity.plain(record.lag_hours)]
    return [record.level, record.head_count]
