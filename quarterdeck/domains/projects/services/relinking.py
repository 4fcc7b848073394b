"""Set what a task waits for or needs back to what it was, for an undo."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import F

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person, Skill

from ..models import Dependency, HoursByPerson, SkillNeed, Task
from ..queries.visible import tasks_visible_to
from .dependencies import put_link
from .linked import HOURS, NEEDS, TASK, WAITS, Value, value_of


def linked_now(task: Task, field: str) -> Value:
    """Return what the task has of such a field now."""
    rows: Any = Dependency.objects.filter(after=task, before_id=_number(field))
    if field.startswith(NEEDS):
        rows = SkillNeed.objects.filter(task=task, skill_id=_number(field))
    if field.startswith(HOURS):
        rows = HoursByPerson.objects.filter(task=task, person_id=_number(field))
    found = rows.first()
    return None if found is None else value_of(found)


def link_again(
    task: Task, field: str, value: Value, *, by: Any, at: datetime
) -> activity.FieldChange | None:
    """Set such a field to a former value; None where what it linked to is gone."""
    before, number = linked_now(task, field), _number(field)
    done = _WAYS[field.partition(":")[0] + ":"](task, number, value, by, at)
    if not done:
        return None
    return activity.FieldChange(TASK, task.pk, task.version, field, before, value)


def _wait(task: Task, number: int, value: Value, by: Any, at: datetime) -> bool:
    rows = Dependency.objects.filter(after=task, before_id=number)
    if value is None:
        return bool(rows.delete())
    if rows.update(kind=value[0], lag_hours=Decimal(value[1])):
        return True
    before = tasks_visible_to(by).filter(pk=number).first()
    if before is None:
        return False
    put_link(before, task, value[0], Decimal(value[1]), by)
    return True


def _need(task: Task, number: int, value: Value, by: Any, at: datetime) -> bool:
    rows = SkillNeed.objects.filter(task=task, skill_id=number)
    if value is None:
        return bool(rows.delete())
    wanted = {"level": value[0], "head_count": value[1]}
    if rows.update(**wanted):
        return True
    if not Skill.objects.filter(pk=number).exists():
        return False
    SkillNeed.objects.create(task=task, skill_id=number, **wanted)
    return True


def _hours(task: Task, number: int, value: Value, by: Any, at: datetime) -> bool:
    rows = HoursByPerson.objects.filter(task=task, person_id=number)
    if value is None:
        return bool(rows.delete()[0])
    hours = Decimal(value[0])
    if rows.update(hours=hours, version=F("version") + 1, updated_at=at):
        return True
    if not Person.objects.filter(pk=number).exists():
        return False
    HoursByPerson.objects.create(
        task=task, person_id=number, hours=hours, created_at=at, updated_at=at
    )
    return True


def _number(field: str) -> int:
    return int(field.partition(":")[2])


_WAYS: dict[str, Callable[..., bool]] = {
    WAITS: _wait,
    NEEDS: _need,
    HOURS: _hours,
}
