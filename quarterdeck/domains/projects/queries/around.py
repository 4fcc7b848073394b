"""What stands around one task: what it waits for, needs, and who was asked."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from ..models import Delegation, Dependency, HoursByPerson, SkillNeed, Task
from .delegations import delegations_of_task
from .demand import hours_by_person_of, needs_of
from .visible import projects_visible_to

SHOWN = 10
READ = 200  # links of one task that are looked at to find those shown


@dataclass(frozen=True)
class Around:
    """The first few of each; every list has a page of its own."""

    waits_for: list[Dependency]
    waited_for_by: list[Dependency]
    needs: list[SkillNeed]
    own_hours: list[HoursByPerson]
    delegations: list[Delegation]


def work_around(user: Any, task: Task) -> Around:
    # Names are shown of what stands around, and nothing else is read of it.
    links = _links(user, task)
    given = delegations_of_task(user, task).select_related(None)
    return Around(
        waits_for=[link for link in links if link.after_id == task.pk][:SHOWN],
        waited_for_by=[link for link in links if link.before_id == task.pk][:SHOWN],
        needs=_few(needs_of(task), *("task", "level", "head_count", "skill__name")),
        own_hours=_few(hours_by_person_of(task), "task", "hours", "person__name"),
        delegations=_few(
            given.select_related("giver", "receiver"),
            *("task", "answer", "giver__name", "receiver__name"),
        ),
    )


def _links(user: Any, task: Task) -> list[Dependency]:
    """Return the dependencies of a task whose other end the user may see.

    Nearly all of them stay inside the project, which the user sees by seeing the task;
    only for the others it is asked which projects those are.
    """
    both = Dependency.objects.filter(Q(after=task) | Q(before=task)).only(
        *("before__title", "before__status", "before__project"),
        *("after__title", "after__project"),
    )
    links = list(both.select_related("before", "after").order_by("pk")[:READ])
    others = {
        end.project_id
        for link in links
        for end in (link.before, link.after)
        if end.project_id != task.project_id
    }
    seen = {task.project_id}
    if others:
        visible = projects_visible_to(user).order_by().filter(pk__in=others)
        seen |= set(visible.values_list("pk", flat=True))
    return [
        link
        for link in links
        if link.before.project_id in seen and link.after.project_id in seen
    ]


def _few(rows: QuerySet[Any], *shown: str) -> list[Any]:
    return list(rows.only(*shown)[:SHOWN])
