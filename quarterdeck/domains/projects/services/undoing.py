"""Take back an act of one's own, if nothing has moved on since."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.activity.queries import activity_with_changes
from quarterdeck.shared.errors import RuleBroken

from ..models import Project, Task
from ..queries.visible import projects_visible_to, tasks_visible_to
from .audiences import audience_of_all
from .contributors import PROJECT
from .editing import TASK, Changed, change_task, locked
from .projects import change_project
from .reverting import MovedOn, Record, add_to, revert_projects, revert_tasks
from .roll_up import tell_goals


class CannotBeUndone(RuleBroken):
    pass


@transaction.atomic
def undo_act(*, activity_id: int, by: Any, at: datetime) -> Activity:
    """Set every field of the act back, or say which one has moved on since."""
    act = activity_with_changes(activity_id=activity_id, actor_id=by.pk)
    changes = sorted(act.changes.all(), key=lambda change: change.pk)
    if any(change.erased for change in changes) or not _is_ours(act, changes):
        raise CannotBeUndone("This act cannot be undone.")
    done = Changed()
    records: list[Record] = []
    if act.verb in ("task.added", "project.added"):
        records.append(_take_away(act, done, by=by, at=at))
    for kind, revert in _REVERTS.items():
        own: dict[int, list[Change]] = {}
        for change in changes:
            if change.subject_kind == kind:
                own.setdefault(change.subject_id, []).append(change)
        if own:
            records += revert(own, done, by=by, at=at)
    tell_goals(done.goal_ids, at=at)
    return activity.record(
        by=by,
        verb="act.undone",
        subject=records[0],
        subject_name=act.content.subject_name,
        at=at,
        audience=audience_of_all(map(_project_of, records), by.pk),
        changes=done.changes,
        details={"undoes": act.pk, "verb": act.verb},
    )


def _is_ours(act: Activity, changes: Sequence[Change]) -> bool:
    added = act.verb in ("task.added", "project.added")
    known = all(change.subject_kind in _REVERTS for change in changes)
    return known and (added or bool(changes))


def _take_away(act: Activity, done: Changed, *, by: Any, at: datetime) -> Record:
    """Undo adding: the task is cancelled, the project archived; nothing is lost."""
    if act.subject_kind == PROJECT:
        project = projects_visible_to(by).get(pk=act.subject_id or 0)
        if project.archived_at is not None:
            raise MovedOn(f"“{project}” is archived already.")
        done.changes += change_project(project, {"archived_at": at}, by=by, at=at)
        return project
    task = locked(tasks_visible_to(by).get(pk=act.subject_id or 0).pk)
    if task.status == Task.Status.CANCELLED:
        raise MovedOn(f"“{task}” is cancelled already.")
    add_to(done, change_task(task, {"status": Task.Status.CANCELLED}, by=by, at=at))
    return task


def _project_of(record: Record) -> Project:
    return record if isinstance(record, Project) else record.project


_REVERTS: dict[str, Callable[..., list[Record]]] = {
    TASK: revert_tasks,
    PROJECT: revert_projects,
}
