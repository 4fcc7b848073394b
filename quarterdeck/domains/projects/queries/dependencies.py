"""Read what waits for what, as far as the user may see it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Case, QuerySet, When

from ..models import Dependency, Task
from ..rules.graph import Link, Span, Steps, path_between, pushed_on
from .visible import in_visible_project, tasks_visible_to

# A long search reads ring by ring; after this many rings it is cheaper to read every
# link once (a chain of 100,000 tasks has as many rings).
RINGS = 30
AT_ONCE = 900  # ids in one query; older SQLite takes no more than 999
FOUND = 20
FOLLOWERS = 2_000  # tasks looked at for a proposal of new dates


def predecessors_of(user: Any, task: Task) -> QuerySet[Dependency]:
    """Return what this task waits for: links to tasks the user may see."""
    rows = Dependency.objects.filter(
        in_visible_project(user, "before__project_id"), after=task
    )
    return rows.select_related("before__project").order_by("id")


def successors_of(user: Any, task: Task) -> QuerySet[Dependency]:
    rows = Dependency.objects.filter(
        in_visible_project(user, "after__project_id"), before=task
    )
    return rows.select_related("after__project").order_by("id")


def get_dependency(*, user: Any, dependency_id: int) -> Dependency:
    """Return a link whose later task the user may see: it is that task's link."""
    rows = Dependency.objects.filter(in_visible_project(user, "after__project_id"))
    return rows.select_related("before", "after__project").get(pk=dependency_id)


def tasks_to_wait_for(user: Any, task: Task, words: str) -> list[Task]:
    """Find open tasks by title or number that `task` does not wait for yet."""
    rows = tasks_visible_to(user).exclude(pk=task.pk)
    rows = rows.exclude(pk__in=Dependency.objects.filter(after=task).values("before"))
    number = words.removeprefix("#")
    if number.isdecimal() and len(number) < 19:
        rows = rows.filter(pk=int(number))
    else:
        rows = rows.filter(title__icontains=words, status__in=Task.OPEN)
    here = Case(When(project_id=task.project_id, then=0), default=1)
    return list(rows.select_related("project").order_by(here, "title", "pk")[:FOUND])


def path_from(start_id: int, goal_id: int) -> list[int] | None:
    """Return the tasks by which `goal` waits for `start` already, or None."""
    return path_between(start_id, goal_id, _Links().steps_from)


class _Links:
    """Reads the links around some tasks; all of them once the search runs long."""

    def __init__(self) -> None:
        self.rings = 0
        self.waiting: dict[int, list[int]] | None = None
        self.children: dict[int, list[int]] = {}
        self.parents: dict[int, list[int]] = {}

    def steps_from(self, telling: Collection[int], held: Collection[int]) -> Steps:
        self.rings += 1
        if self.rings > RINGS:
            return self._from_memory(telling, held)
        return Steps(
            waiting=_pairs("before_id", telling, Dependency, "after_id"),
            children=_pairs("parent_id", held, Task, "pk"),
            parents=(
                (row, summary)
                for row, summary in _pairs("pk", telling, Task, "parent_id")
                if summary is not None
            ),
        )

    def _from_memory(self, telling: Collection[int], held: Collection[int]) -> Steps:
        if self.waiting is None:
            links = Dependency.objects.values_list("before_id", "after_id")
            rows = Task.objects.filter(parent__isnull=False)
            outline = list(rows.values_list("parent_id", "pk"))
            self.waiting = _grouped(links)
            self.children = _grouped(outline)
            self.parents = _grouped((row, summary) for summary, row in outline)
        return Steps(
            waiting=_chosen(self.waiting, telling),
            children=_chosen(self.children, held),
            parents=_chosen(self.parents, telling),
        )


def _pairs(field: str, ids: Collection[int], model: Any, other: str) -> Iterator[Any]:
    ordered = sorted(ids)
    for first in range(0, len(ordered), AT_ONCE):
        wanted = {f"{field}__in": ordered[first : first + AT_ONCE]}
        yield from model.objects.filter(**wanted).values_list(field, other)


def _grouped(pairs: Iterable[Any]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _chosen(
    grouped: dict[int, list[int]], keys: Collection[int]
) -> Iterator[tuple[int, int]]:
    return ((key, value) for key in keys for value in grouped.get(key, ()))


@dataclass(frozen=True)
class Move:
    """A task that cannot keep its dates, and the earliest ones that fit."""

    task: Task
    span: Span


def moves_after(user: Any, task: Task) -> list[Move]:
    """Return which tasks would have to move so that everything after `task` fits.

    Looks at the task, what waits for it, what waits for that, and so on. The task
    itself is among them if it starts before what it waits for allows. Nothing is moved.
    """
    ids, links = _followers(task)
    visible = tasks_visible_to(user).filter(status__in=Task.OPEN)
    planned = visible.filter(planned_start__isnull=False, planned_end__isnull=False)
    tasks = {}
    for first in range(0, len(ids), AT_ONCE):
        rows = planned.filter(pk__in=ids[first : first + AT_ONCE])
        tasks.update({t.pk: t for t in rows.select_related("project")})
    spans = {
        pk: Span(t.planned_start, t.planned_end)
        for pk, t in tasks.items()
        if t.planned_start and t.planned_end
    }
    moved = pushed_on(spans, links)
    return [Move(tasks[pk], span) for pk, span in moved.items()]


def _followers(task: Task) -> tuple[list[int], list[Link]]:
    """Return the task, those it waits for and all that follow, with their links."""
    known = {task.pk}
    rows = list(Dependency.objects.filter(after=task))
    ring = [task.pk]
    while ring and len(known) < FOLLOWERS:
        found = [
            link
            for first in range(0, len(ring), AT_ONCE)
            for link in Dependency.objects.filter(
                before_id__in=ring[first : first + AT_ONCE]
            )
        ]
        rows += found
        ring = sorted({link.after_id for link in found} - known)
        known.update(ring)
    ids = known | {link.before_id for link in rows}
    links = {
        r.pk: Link(r.before_id, r.after_id, r.kind, timedelta(hours=float(r.lag_hours)))
        for r in rows
    }
    return sorted(ids), list(links.values())
