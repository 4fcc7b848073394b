"""Change many tasks in one act: look first, then apply what is allowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Task
from ..permissions import can_add_task
from ..queries.visible import tasks_visible_to
from .audiences import audience_of_all
from .contributors import CannotLetIn, outsiders
from .editing import whole_change
from .many import change_all
from .roll_up import tell_goals

MOST = 1_000
NOT_ALLOWED = "You may look at this task, but not change it."


class TooManyTasks(RuleBroken):
    pass


class NothingToChange(RuleBroken):
    pass


@dataclass(frozen=True)
class Row:
    """One task of a bulk edit: which fields change, or why it is left as it is."""

    task: Task
    changes: tuple[tuple[str, Any, Any], ...] = ()
    refusal: str = ""

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """The changes in words."""
        return [
            (name.replace("_", " "), _say(name, before), _say(name, after))
            for name, before, after in self.changes
        ]


@dataclass
class BulkEdit:
    rows: list[Row] = field(default_factory=list)
    act: Activity | None = None

    @property
    def changed(self) -> list[Row]:
        return [row for row in self.rows if row.changes]

    @property
    def refused(self) -> list[Row]:
        return [row for row in self.rows if row.refusal]

    @property
    def unchanged(self) -> int:
        return len(self.rows) - len(self.changed) - len(self.refused)


def preview_edit(
    *, task_ids: Iterable[int], changes: Mapping[str, Any], by: Any, at: datetime
) -> BulkEdit:
    """Say what an edit of many tasks would do; nothing is written."""
    return BulkEdit(
        [_look(task, changes, by, at) for task in _chosen(task_ids, by, lock=False)]
    )


@transaction.atomic
def edit_tasks(
    *, task_ids: Iterable[int], changes: Mapping[str, Any], by: Any, at: datetime
) -> BulkEdit:
    """Apply the changes wherever they are allowed: one act, and one undo for all."""
    tasks = _chosen(task_ids, by, lock=True)
    done = BulkEdit([_look(task, changes, by, at) for task in tasks])
    rows = [(row.task, _whole(row.task, changes)) for row in done.changed]
    written = change_all(rows, by=by, at=at)
    if not written.changes:
        raise NothingToChange("None of these tasks changes.")
    tell_goals(written.goal_ids, at=at)
    done.act = _record(done, written.changes, by=by, at=at)
    return done


def _record(
    done: BulkEdit, changes: list[activity.FieldChange], *, by: Any, at: datetime
) -> Activity:
    tasks = [row.task for row in done.changed]
    several = f"{len(tasks)} tasks"
    return activity.record(
        by=by,
        verb="task.edited_with_others",
        subject=tasks[0],
        subject_name=str(tasks[0]) if len(tasks) == 1 else several,
        at=at,
        audience=audience_of_all((task.project for task in tasks), by.pk),
        changes=changes,
        details={"tasks": len(tasks), "refused": len(done.refused)},
    )


def _chosen(task_ids: Iterable[int], by: Any, *, lock: bool) -> list[Task]:
    ids = set(task_ids)
    if len(ids) > MOST:
        raise TooManyTasks(f"At most {MOST:,} tasks are changed at once.")
    rows = tasks_visible_to(by).filter(pk__in=ids).order_by("id")
    rows = rows.select_related("project", "accountable", "milestone")
    if lock:
        rows = rows.select_for_update(of=("self",))
    return list(rows.prefetch_related("contributors__person"))


def _say(name: str, value: Any) -> str:
    if value in (None, ""):
        return "nothing"
    if name == "status":
        return str(Task.Status(value).label)
    return str(Task.Priority(value).label) if name == "priority" else str(value)


def _whole(task: Task, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes of one task: somebody is added to those who do it already."""
    own = dict(changes)
    if (more := own.pop("add_contributor", None)) is not None:
        have = {c.person_id for c in task.contributors.all()}
        own["contributors"] = sorted(have | {more.pk})
    return own


def _look(task: Task, changes: Mapping[str, Any], by: Any, at: datetime) -> Row:
    own = _whole(task, changes)
    try:
        wanted = whole_change(task, own, by=by, at=at)
        _check_letting_in(task, own, by)
    except PermissionDenied:
        return Row(task, refusal=NOT_ALLOWED)
    except RuleBroken as refusal:
        return Row(task, refusal=str(refusal))
    shown = {k: v for k, v in wanted.items() if k not in ("started_at", "done_at")}
    return Row(task, changes=tuple(_differences(task, shown, changes)))


def _check_letting_in(task: Task, own: Mapping[str, Any], by: Any) -> None:
    project = own.get("project", task.project)
    if can_add_task(by, project):
        return
    named = [*own.get("contributors", ()), getattr(own.get("accountable"), "pk", None)]
    if people := outsiders(project, named):
        raise CannotLetIn(
            f"{people[0]} cannot see “{project}”, and only its team lets in."
        )


def _differences(
    task: Task, wanted: Mapping[str, Any], asked: Mapping[str, Any]
) -> Iterable[tuple[str, Any, Any]]:
    for name, value in wanted.items():
        if name == "contributors":
            have = [c.person for c in task.contributors.all()]
            if {p.pk for p in have} != set(value):
                names = ", ".join(p.name for p in have)
                after = f"{names}, {asked['add_contributor']}" if names else None
                yield name, names, after or str(asked["add_contributor"])
        elif getattr(task, name) != value:
            yield name, getattr(task, name), value
