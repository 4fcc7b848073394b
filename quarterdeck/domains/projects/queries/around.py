"""What stands around one task: what it waits for, needs, and who was asked."""

from dataclasses import dataclass
from typing import Any

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
    return Around(
        waits_for=list(predecessors_of(user, task)[:SHOWN]),
        waited_for_by=list(successors_of(user, task)[:SHOWN]),
        needs=list(needs_of(task)[:SHOWN]),
        delegations=list(delegations_of_task(user, task)[:SHOWN]),
    )
