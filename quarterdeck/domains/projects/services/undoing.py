"""Take back an act of one's own, if nothing has moved on since."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.activity.queries import activity_with_changes
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Project, ProjectMember, Task
from ..permissions import can_add_task
from ..queries.visible import projects_visible_to, tasks_visible_to
from .audiences import audience_of_all
from .blocking import BLOCK, block_again
from .contributors import PROJECT
from .editing import TASK, Changed, change_task, locked
from .linked import LINKED
from .projects import change_project
from .relinking import link_again, linked_now
from .roll_up import tell_goals

Record = Task | Project
NAMES = {"waits_for": "dependency", "needs": "skill need"}


class MovedOn(RuleBroken):
    pass


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
    for kind, subject_id in dict.fromkeys(
        (c.subject_kind, c.subject_id) for c in changes
    ):
        own = [
            c for c in changes if (c.subject_kind, c.subject_id) == (kind, subject_id)
        ]
        records.append(_REVERTS[kind](subject_id, own, done, by=by, at=at))
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
    _add(done, change_task(task, {"status": Task.Status.CANCELLED}, by=by, at=at))
    return task


def _revert_task(
    task_id: int, changes: Sequence[Change], done: Changed, *, by: Any, at: datetime
) -> Record:
    task = locked(tasks_visible_to(by).get(pk=task_id).pk)
    back = _fields_back(
        task, [c for c in changes if c.field != "contributors" and ":" not in c.field]
    )
    for change in changes:
        if change.field == "contributors":
            have = sorted(c.person_id for c in task.contributors.all())
            _must_hold(task, change, have == change.after)
            known = Person.objects.filter(pk__in=change.before or [])
            back["contributors"] = sorted(known.values_list("pk", flat=True))
    _add(done, change_task(task, back, by=by, at=at))
    for change in changes:
        if change.field.startswith(LINKED):
            _must_hold(task, change, linked_now(task, change.field) == change.after)
            again = link_again(task, change.field, change.before, by=by)
            _must_hold(task, change, again is not None)
            done.changes += [again] if again else []
        # A block that an undo opened again is cleared by closing the task again.
        if change.field.startswith(BLOCK) and change.before and task.is_open:
            done.changes += block_again(task, change.field)
    return task


def _revert_project(
    project_id: int, changes: Sequence[Change], done: Changed, *, by: Any, at: datetime
) -> Record:
    found = projects_visible_to(by).get(pk=project_id)
    project = Project.objects.select_for_update().get(pk=found.pk)
    if back := _fields_back(project, [c for c in changes if ":" not in c.field]):
        done.changes += change_project(project, back, by=by, at=at)
    for change in changes:
        if change.field.startswith("member:"):
            done.changes.append(_member_back(project, change, by=by, at=at))
    return project


def _member_back(
    project: Project, change: Change, *, by: Any, at: datetime
) -> activity.FieldChange:
    if not can_add_task(by, project):
        raise PermissionDenied
    person_id = int(change.field.partition(":")[2])
    rows = ProjectMember.objects.filter(project=project, person_id=person_id)
    _must_hold(project, change, rows.exists() == change.after)
    if change.after:
        rows.delete()
    else:
        ProjectMember.objects.create(project=project, person_id=person_id, since=at)
    return activity.FieldChange(
        PROJECT, project.pk, project.version, change.field, change.after, change.before
    )


def _fields_back(record: Record, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the fields as they were, each as the record itself holds it."""
    back: dict[str, Any] = {}
    for change in changes:
        column: Any = record._meta.get_field(change.field)
        now = getattr(record, change.field)
        _must_hold(record, change, now == column.to_python(change.after))
        before = column.to_python(change.before)
        if column.is_relation and before is not None:
            before = column.related_model._base_manager.filter(pk=before).first()
            _must_hold(record, change, before is not None)
        back[column.name] = before
    return back


def _must_hold(record: Record, change: Change, holds: bool) -> None:
    if not holds:
        field = change.field.partition(":")[0].removesuffix("_id")
        name = NAMES.get(field) or field.replace("_", " ")
        raise MovedOn(
            f"The {name} of “{record}” has changed again since; nothing was undone."
        )


def _add(done: Changed, more: Changed) -> None:
    done.changes += more.changes
    done.goal_ids |= more.goal_ids


def _project_of(record: Record) -> Project:
    return record if isinstance(record, Project) else record.project


_REVERTS: dict[str, Callable[..., Record]] = {
    TASK: _revert_task,
    PROJECT: _revert_project,
}
