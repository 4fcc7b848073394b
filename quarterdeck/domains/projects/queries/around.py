"""What stands around one task: what it waits for, needs, and who was asked."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from ..models import Delegation, Dependency, SkillNeed, Task
from .delegations import delegations_of_task
from .demand import needs_of
from .dependencies import predecessors_of, successors_of

SHOWN = 10


@dataclass(frozen=True)
class Around:
    """The first few of each; every list has a page of its own."""

    waits_for: list[Dependency]
    waited_for_by: list[Dependency]
    needs: list[SkillNeed]
    delegations: list[Delegation]


def work_around(user: Any, task: Task) -> Around:
    # Names are shown of what stands around, and nothing else is read of it.
    before, after = predecessors_of(user, task), successors_of(user, task)
    given = delegations_of_task(user, task).select_related(None)
    return Around(
        waits_for=_few(
            before.select_related(None).select_related("before"),
            *("after", "before__title", "before__status"),
        ),
        waited_for_by=_few(
            after.select_related(None).select_related("after"),
            *("before", "after__title"),
        ),
        needs=_few(needs_of(task), *("task", "level", "head_count", "skill__name")),
        delegations=_few(
            given.select_related("giver", "receiver"),
            *("task", "answer", "giver__name", "receiver__name"),
        ),
    )


def _few(rows: QuerySet[Any], *shown: str) -> list[Any]:
    return list(rows.only(*shown)[:SHOWN])
