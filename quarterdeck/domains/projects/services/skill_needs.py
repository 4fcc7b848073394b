"""Say which skills a task needs, at what level and of how many people."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import SkillNeed, Task
from ..permissions import can_edit_task
from .linked import tell_of_linked, value_of


class SkillAlreadyNeeded(RuleBroken):
    pass


@transaction.atomic
def add_skill_need(
    *,
    task: Task,
    skill: Skill,
    by: Any,
    at: datetime,
    level: int = 1,
    head_count: int = 1,
) -> SkillNeed:
    if not can_edit_task(by, task):
        raise PermissionDenied
    try:
        with transaction.atomic():
            need = SkillNeed.objects.create(
                task=task, skill=skill, level=level, head_count=head_count
            )
    except IntegrityError:
        raise SkillAlreadyNeeded(f"“{task}” already needs {skill}.") from None
    tell_of_linked(
        "skill_need.added", need, by=by, at=at, before=None, after=value_of(need)
    )
    return need


@transaction.atomic
def edit_skill_need(
    *, need: SkillNeed, level: int, head_count: int, by: Any, at: datetime
) -> SkillNeed:
    if not can_edit_task(by, need.task):
        raise PermissionDenied
    was = value_of(need)
    need.level, need.head_count = level, head_count
    need.save(update_fields=["level", "head_count"])
    tell_of_linked(
        "skill_need.changed", need, by=by, at=at, before=was, after=value_of(need)
    )
    return need


@transaction.atomic
def remove_skill_need(*, need: SkillNeed, by: Any, at: datetime) -> Activity:
    if not can_edit_task(by, need.task):
        raise PermissionDenied
    was = value_of(need)
    SkillNeed.objects.filter(pk=need.pk).delete()
    return tell_of_linked(
        "skill_need.removed", need, by=by, at=at, before=was, after=None
    )
