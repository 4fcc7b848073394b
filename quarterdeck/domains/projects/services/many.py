"""Change many tasks at once: the rules of one, in statements that do not grow with them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.records import EditableRecord
from quarterdeck.shared.writing import write_fields

from ..models import Task
from ..queries.visible import tasks_visible_to
from .blocking import clear_blocks
from .contributors import let_in, set_contributors_of_all
from .editing import TASK, WHO, Changed, whole_change
from .roll_up import goals_touched_by_all

BATCH = 5_000  # ids in one statement, below what any database takes


def locked_all(task_ids: Iterable[int], *, by: Any) -> dict[int, Task]:
    """Lock tasks the user may see, in one order; as for one, a hidden one is not there."""
    ids = sorted(set(task_ids))
    found: dict[int, Task] = {}
    for first in range(0, len(ids), BATCH):
        rows = tasks_visible_to(by).filter(pk__in=ids[first : first + BATCH])
        rows = rows.order_by("id").select_related("project")
        rows = rows.select_for_update(of=("self",)).prefetch_related("contributors")
        found.update((task.pk, task) for task in rows)
    if len(found) != len(ids):
        raise Task.DoesNotExist
    return found


def change_all(
    rows: Sequence[tuple[Task, Mapping[str, Any]]], *, by: Any, at: datetime
) -> Changed:
    """Do to many locked tasks what `change_task` does to one; the caller records it."""
    wanted: list[tuple[EditableRecord, dict[str, Any]]] = []
    people: dict[int, list[int]] = {}
    tasks = [task for task, _ in rows]
    for task, changes in rows:
        own = whole_change(task, changes, by=by, at=at)
        if (named := own.pop("contributors", None)) is not None:
            people[task.pk] = sorted(named)
        wanted.append((task, own))
    before = {t.pk: sorted(c.person_id for c in t.contributors.all()) for t in tasks}
    done = Changed(activity.revise_all(wanted, at=at))
    done.changes += _hand_over(tasks, people, before, done, at)
    by_task = _by_task(done.changes)
    done.changes += _let_in(tasks, people, before, by_task, by=by, at=at)
    closed = [t for t in tasks if not t.is_open and "status" in by_task[t.pk]]
    done.changes += clear_blocks(closed, at=at)
    done.goal_ids = goals_touched_by_all(
        (task, list(by_task[task.pk].values())) for task in tasks
    )
    return done


def _hand_over(
    tasks: Sequence[Task],
    people: Mapping[int, list[int]],
    before: Mapping[int, list[int]],
    done: Changed,
    at: datetime,
) -> list[activity.FieldChange]:
    """Set who does each task; where nothing else changed this makes the new version."""
    others = [t for t in tasks if t.pk in people and people[t.pk] != before[t.pk]]
    changed = {change.subject_id for change in done.changes}
    alone = [task for task in others if task.pk not in changed]
    for task in alone:
        task.version, task.updated_at = task.version + 1, at
    write_fields(alone, ["version", "updated_at"])
    set_contributors_of_all([(task, people[task.pk]) for task in others], at=at)
    return [
        activity.FieldChange(
            TASK,
            task.pk,
            task.version,
            "contributors",
            before[task.pk],
            people[task.pk],
        )
        for task in others
    ]


def _let_in(
    tasks: Sequence[Task],
    people: Mapping[int, list[int]],
    before: Mapping[int, list[int]],
    by_task: Mapping[int, Mapping[str, Any]],
    *,
    by: Any,
    at: datetime,
) -> list[activity.FieldChange]:
    """Let in whoever was named for a task, once for each project."""
    named: dict[int, set[int]] = defaultdict(set)
    projects = {}
    for task in tasks:
        if WHO & set(by_task[task.pk]):
            projects[task.project_id] = task.project
            named[task.project_id].update(people.get(task.pk, before[task.pk]))
            named[task.project_id].update(filter(None, [task.accountable_id]))
    return [
        change
        for project_id, project in projects.items()
        for change in let_in(project, sorted(named[project_id]), by=by, at=at)
    ]


def _by_task(
    changes: Iterable[activity.FieldChange],
) -> dict[int, dict[str, activity.FieldChange]]:
    found: dict[int, dict[str, activity.FieldChange]] = defaultdict(dict)
    for change in changes:
        found[change.subject_id][change.field] = change
    return found
