"""Set tasks and projects back to what they were before an act, many in few statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Change
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Project, ProjectMember, Task
from ..permissions import can_add_task
from ..queries.visible import projects_visible_to
from .blocking import BLOCK, block_again
from .contributors import PROJECT
from .editing import Changed
from .linked import LINKED
from .many import change_all, locked_all
from .projects import change_project
from .relinking import link_again, linked_now

Record = Task | Project
Related = dict[str, dict[Any, Any]]  # by field and id, what it pointed at
NAMES = {
    "waits_for": "dependency",
    "needs": "skill need",
    "hours_of": "hours by person",
}


class MovedOn(RuleBroken):
    pass


def revert_tasks(
    own: Mapping[int, Sequence[Change]], done: Changed, *, by: Any, at: datetime
) -> list[Record]:
    """Set many tasks back in a few statements; one that has moved on stops them all."""
    tasks = locked_all(own, by=by)
    related = _related(Task, own.values())
    people = _people_named(own.values())
    rows = [
        (tasks[pk], _back(tasks[pk], changes, related, people))
        for pk, changes in own.items()
    ]
    add_to(done, change_all(rows, by=by, at=at))
    for task_id, changes in own.items():
        for change in changes:
            _revert_beside(tasks[task_id], change, done, by=by, at=at)
    return [tasks[pk] for pk in own]


def _back(
    task: Task, changes: Sequence[Change], related: Related, people: set[int]
) -> dict[str, Any]:
    back = _fields_back(task, [c for c in changes if _is_plain(c)], related)
    for change in changes:
        if change.field == "contributors":
            have = sorted(c.person_id for c in task.contributors.all())
            _must_hold(task, change, have == change.after)
            back["contributors"] = sorted(set(change.before or []) & people)
    return back


def _is_plain(change: Change) -> bool:
    return change.field != "contributors" and ":" not in change.field


def _revert_beside(
    task: Task, change: Change, done: Changed, *, by: Any, at: datetime
) -> None:
    """What a task waits for and needs, and what blocks it, stand in other tables."""
    if change.field.startswith(LINKED):
        _must_hold(task, change, linked_now(task, change.field) == change.after)
        again = link_again(task, change.field, change.before, by=by, at=at)
        _must_hold(task, change, again is not None)
        done.changes += [again] if again else []
    # A block that an undo opened again is cleared by closing the task again.
    if change.field.startswith(BLOCK) and change.before and task.is_open:
        done.changes += block_again(task, change.field)


def _people_named(changes: Iterable[Sequence[Change]]) -> set[int]:
    """Who of those that did the tasks before is still known."""
    named = {
        person_id
        for own in changes
        for change in own
        if change.field == "contributors"
        for person_id in change.before or ()
    }
    rows = Person.objects.filter(pk__in=named)
    return set(rows.values_list("pk", flat=True)) if named else set()


def _related(model: type[Record], changes: Iterable[Sequence[Change]]) -> Related:
    """What the fields pointed at before, by field and id, read a field at a time."""
    wanted: dict[str, set[Any]] = {}
    for own in changes:
        for change in own:
            if _is_plain(change) and change.before is not None:
                wanted.setdefault(change.field, set()).add(change.before)
    found: Related = {}
    for name, ids in wanted.items():
        column: Any = model._meta.get_field(name)
        if column.is_relation:
            found[column.name] = column.related_model._base_manager.in_bulk(ids)
    return found


def revert_projects(
    own: Mapping[int, Sequence[Change]], done: Changed, *, by: Any, at: datetime
) -> list[Record]:
    return [
        _revert_project(project_id, changes, done, by=by, at=at)
        for project_id, changes in own.items()
    ]


def _revert_project(
    project_id: int, changes: Sequence[Change], done: Changed, *, by: Any, at: datetime
) -> Record:
    found = projects_visible_to(by).get(pk=project_id)
    project = Project.objects.select_for_update().get(pk=found.pk)
    plain = [c for c in changes if _is_plain(c)]
    if back := _fields_back(project, plain, _related(Project, [plain])):
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


def _fields_back(
    record: Record, changes: Sequence[Change], related: Related
) -> dict[str, Any]:
    """Return the fields as they were, each as the record itself holds it."""
    back: dict[str, Any] = {}
    for change in changes:
        column: Any = record._meta.get_field(change.field)
        now = getattr(record, change.field)
        _must_hold(record, change, now == column.to_python(change.after))
        before = column.to_python(change.before)
        if column.is_relation and before is not None:
            before = related[column.name].get(before)
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


def add_to(done: Changed, more: Changed) -> None:
    done.changes += more.changes
    done.goal_ids |= more.goal_ids
