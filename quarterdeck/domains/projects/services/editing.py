"""Change a task: one way for a single edit, many at once, and undoing either."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.queries import changes_since
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import Project, Task
from ..permissions import can_add_task, can_edit_task
from .audiences import audience_of
from .blocking import clear_block
from .contributors import let_in, set_contributors
from .roll_up import goals_touched, tell_goals

TASK = "projects.Task"
# Every field that people change by hand; `contributors` is a set of ids of people.
FIELDS = frozenset(
    [
        "accountable",
        "contributors",
        "deadline",
        "deadline_is_hard",
        "definition_of_done",
        "description",
        "estimate_high",
        "estimate_low",
        "goal",
        "is_summary",
        "milestone",
        "parent",
        "planned_end",
        "planned_start",
        "position",
        "priority",
        "project",
        "remaining",
        "status",
        "title",
        "why",
    ]
)
# Whoever is named for a task, or comes with it to a project, must see it there.
WHO = frozenset(["accountable_id", "contributors", "project_id"])
VERBS = {
    Task.Status.DONE: "task.finished",
    Task.Status.CANCELLED: "task.cancelled",
    Task.Status.DOING: "task.started",
}


class MilestoneOfAnotherProject(RuleBroken):
    pass


class EstimateUpsideDown(RuleBroken):
    pass


class AlreadyInThatProject(RuleBroken):
    pass


@dataclass
class Changed:
    """What changing one task did, before it is recorded."""

    changes: list[activity.FieldChange] = field(default_factory=list)
    goal_ids: set[int] = field(default_factory=set)


@transaction.atomic
def edit_task(
    *,
    task: Task,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **changes: Any,
) -> Activity | None:
    """Change any fields of a task; None when nothing was different."""
    task = locked(task.pk)
    done = change_task(task, changes, by=by, at=at, seen_version=seen_version)
    if not done.changes:
        return None
    tell_goals(done.goal_ids, at=at)
    return activity.record(
        by=by,
        verb=verb_of(done.changes),
        subject=task,
        at=at,
        audience=audience_of(task.project),
        changes=done.changes,
    )


def finish_task(*, task: Task, by: Any, at: datetime) -> Activity | None:
    return edit_task(task=task, by=by, at=at, status=Task.Status.DONE)


def cancel_task(*, task: Task, by: Any, at: datetime) -> Activity | None:
    """Take a task off every list; nothing of it is lost."""
    return edit_task(task=task, by=by, at=at, status=Task.Status.CANCELLED)


def locked(task_id: int) -> Task:
    rows = Task.objects.select_for_update(of=("self",)).select_related("project")
    return rows.prefetch_related("contributors").get(pk=task_id)


def change_task(
    task: Task,
    changes: Mapping[str, Any],
    *,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Changed:
    """Check and write the changes of one locked task; the caller records them."""
    wanted = whole_change(task, changes, by=by, at=at)
    people = wanted.pop("contributors", None)
    before = sorted(c.person_id for c in task.contributors.all())
    if people is not None and seen_version is not None:
        _refuse_stale_contributors(task, people, before, seen_version)
    done = Changed(activity.revise(task, wanted, at=at, seen_version=seen_version))
    if people is not None and set_contributors(task, people, at=at):
        if not done.changes:
            task.version, task.updated_at = task.version + 1, at
            task.save(update_fields=["version", "updated_at"])
        done.changes.append(
            activity.FieldChange(
                TASK, task.pk, task.version, "contributors", before, sorted(people)
            )
        )
    if WHO & {c.field for c in done.changes}:
        named = [task.accountable_id, *(people if people is not None else before)]
        done.changes += let_in(task.project, named, by=by, at=at)
    if not task.is_open and any(c.field == "status" for c in done.changes):
        done.changes += clear_block(task, at=at)
    done.goal_ids = goals_touched(task, done.changes)
    return done


def whole_change(
    task: Task, changes: Mapping[str, Any], *, by: Any, at: datetime
) -> dict[str, Any]:
    """Return the changes with what follows from them, or refuse; nothing is written."""
    if unknown := set(changes) - FIELDS - {"started_at", "done_at"}:
        raise TypeError(f"A task has no field {sorted(unknown)[0]} to edit")
    if not can_edit_task(by, task):
        raise PermissionDenied
    wanted = dict(changes)
    if "status" in wanted and wanted["status"] != task.status:
        for name, value in _dates_of(task, wanted["status"], at).items():
            wanted.setdefault(name, value)
    if "project" in wanted and wanted["project"].pk != task.project_id:
        _check_move(task, wanted["project"], by)
        wanted.setdefault("milestone", None)
        wanted.setdefault("parent", None)
    project = wanted.get("project", task.project)
    milestone = wanted.get("milestone")
    if milestone is not None and milestone.project_id != project.pk:
        raise MilestoneOfAnotherProject(
            f"The milestone “{milestone}” is not one of “{project}”."
        )
    check_estimate(
        wanted.get("estimate_low", task.estimate_low),
        wanted.get("estimate_high", task.estimate_high),
    )
    return wanted


def _dates_of(task: Task, status: str, at: datetime) -> dict[str, Any]:
    """When work began and ended follows from the status."""
    dates: dict[str, Any] = {}
    begun = status in (Task.Status.DOING, Task.Status.DONE)
    if begun and task.started_at is None:
        dates["started_at"] = at
    if status == Task.Status.DONE:
        dates["done_at"] = at
    elif task.done_at is not None:
        dates["done_at"] = None
    return dates


def _check_move(task: Task, project: Project, by: Any) -> None:
    if not (can_add_task(by, task.project) and can_add_task(by, project)):
        raise PermissionDenied
    same = Task.objects.filter(
        project=project,
        external_source=task.external_source,
        external_id=task.external_id,
    )
    if task.external_id and same.exists():
        raise AlreadyInThatProject(f"“{project}” has this task of the import already.")


def check_estimate(low: Decimal | None, high: Decimal | None) -> None:
    if low is None and high is None:
        return
    if low is None or high is None or high < low:
        raise EstimateUpsideDown(
            "An estimate goes from the lower to the higher number."
        )


def verb_of(changes: list[activity.FieldChange]) -> str:
    """Name the act by what matters most in it."""
    by_field = {change.field: change for change in changes}
    if (status := by_field.get("status")) is not None:
        was_closed = status.before in (Task.Status.DONE, Task.Status.CANCELLED)
        default = "task.reopened" if was_closed else "task.edited"
        return VERBS.get(status.after, default)
    return "task.moved" if "project_id" in by_field else "task.edited"


def _refuse_stale_contributors(
    task: Task, people: list[int], before: list[int], seen_version: int
) -> None:
    newer = changes_since(task, seen_version, ["contributors"])
    if newer and sorted(people) != before:
        who = newer[-1].activity.content.actor_name
        conflict = Conflict("contributors", newer[-1].after, sorted(people), who)
        raise StaleEdit((conflict,))
