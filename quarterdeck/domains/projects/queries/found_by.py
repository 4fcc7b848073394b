"""Tasks found by a word, a person, a goal or a block: where the reading begins.

A list of a hundred thousand is read along its own order, which is quick while many
tasks fit. Where few do, they are looked up first, or the whole list would be passed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Lower

from ..models import Block, Contributor, Project, Task
from .visible import in_visible_project

if TYPE_CHECKING:
    from .tasks import TaskFilter

MANY = 1_000  # more than that is read along the order of the list


def narrowed(
    rows: QuerySet[Task], wanted: "TaskFilter", person_id: int | None
) -> tuple[QuerySet[Task], bool]:
    """Return the tasks that fit, and whether the reading begins with those.

    One query more for each of word, goal and block that is asked for.
    """
    begins_there = False
    if person_id is not None:
        rows, begins_there = rows.filter(pk__in=tasks_of_person(person_id)), True
    for ids, fits in _asked(wanted):
        few = list(ids[: MANY + 1])
        begins_there |= len(few) <= MANY
        rows = rows.filter(pk__in=few) if len(few) <= MANY else rows.filter(fits)
    return rows, begins_there


def tasks_titled(user: Any, words: Iterable[str]) -> QuerySet[Task]:
    """Return the visible tasks with all of these words in their title, newest first.

    Titles are looked through one by one, and only those that fit ask for their project.
    """
    rows = Task.objects.filter(in_visible_project(user, "project_id"))
    for word in words:
        rows = rows.filter(_titled(word))
    return rows.order_by("-pk")


def tasks_of_person(person_id: int) -> QuerySet[Any, Any]:
    """Return the ids of what somebody does and of what they answer for."""
    # Two lookups side by side: with an “or” between them no index would serve.
    answers_for = Task.objects.filter(accountable_id=person_id).values("pk")
    does = Contributor.objects.filter(person_id=person_id).values("task_id")
    return answers_for.union(does)


def _asked(wanted: "TaskFilter") -> list[tuple[QuerySet[Any, int], Q]]:
    """Each as ids, and as a question to one task."""
    found: list[tuple[QuerySet[Any, int], Q]] = []
    if wanted.text:
        fits = _titled(wanted.text)
        found.append((Task.objects.filter(fits).values_list("pk", flat=True), fits))
    if wanted.goal is not None:
        found.append((_of_goal(wanted.goal), _serves(wanted.goal)))
    if wanted.blocked:
        blocks = Block.objects.filter(cleared_at__isnull=True)
        ids = blocks.values_list("task_id", flat=True)
        found.append((ids, Q(pk__in=ids)))
    return found


def _titled(text: str) -> Q:
    # The database folds both sides, so that they are folded alike.
    return Q(title_folded__contains=Lower(Value(text)))


def _of_goal(goal_id: int) -> QuerySet[Any, int]:
    named = Task.objects.filter(goal_id=goal_id).order_by()
    # Not “is null”: of that there is so much that nobody should begin there.
    through = Task.objects.filter(project__goal_id=goal_id).exclude(goal_id__gt=0)
    ids = named.values_list("pk", flat=True)
    return ids.union(through.order_by().values_list("pk", flat=True), all=True)


def _serves(goal_id: int) -> Q:
    through = Project.objects.filter(goal_id=goal_id).values("pk")
    return Q(goal_id=goal_id) | Q(goal__isnull=True, project_id__in=through)
