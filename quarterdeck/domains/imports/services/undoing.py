"""Take an import back: what it made and nobody touched since goes, the rest stays."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.projects.models import Contributor, Delegation, Project, Task
from quarterdeck.domains.projects.services import goals_of, tell_goals
from quarterdeck.shared.errors import RuleBroken

from ..models import ImportedRecord, ImportRun
from .people import PERSON
from .switching import PROJECT, TASK
from .teams import TEAM

BATCH = 500


class NothingToUndo(RuleBroken):
    pass


@transaction.atomic
def undo_import(*, run: ImportRun, by: Any, at: datetime) -> ImportRun:
    """Remove what the run added, set back what it changed; say what had to stay."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.brought_by_id != getattr(by, "pk", None):
        raise PermissionDenied
    if run.state != ImportRun.State.DONE:
        raise NothingToUndo(f"“{run}” is not taken over, so there is nothing to undo.")
    goals = goals_of(_ids(run, TASK))
    set_back, moved_on = _set_back(run, at)
    removed = {"tasks": _remove_tasks(run)}
    removed["projects"] = _remove_projects(run)
    removed["people"] = _remove_people(run)
    removed["teams"] = _remove_teams(run)
    tell_goals(goals | goals_of(c.subject_id for c in set_back), at=at)
    kept = ImportedRecord.objects.filter(run=run).count()
    ImportedRecord.objects.filter(run=run).delete()
    run.outcome = {
        **run.outcome,
        "removed": removed,
        "set_back": len({c.subject_id for c in set_back}),
        "kept": kept + moved_on,
    }
    run.state, run.undone_at = ImportRun.State.UNDONE, at
    run.save(update_fields=["state", "undone_at", "outcome"])
    activity.record(
        by=by,
        verb="import.undone",
        subject=run,
        at=at,
        audience=activity.team(run.home.pk),
        changes=set_back,
        details={**removed, "kept": kept + moved_on},
    )
    return run


def _set_back(run: ImportRun, at: datetime) -> tuple[list[activity.FieldChange], int]:
    """Fields of tasks that were there before; one that was changed again stays."""
    act = Activity.objects.prefetch_related("changes").get(pk=run.activity_id or 0)
    back = activity.inverse_of(act.changes.all())
    after: dict[int, dict[str, Any]] = {}
    for change in act.changes.all():
        after.setdefault(change.subject_id, {})[change.field] = change.after
    made: list[activity.FieldChange] = []
    moved_on = 0
    for task in _in_batches(Task, list(back)):
        held = {f: activity.plain(getattr(task, f)) for f in back[task.pk]}
        if held != after[task.pk]:
            moved_on += 1
            continue
        fields = {
            name: task._meta.get_field(name).to_python(value)
            for name, value in back[task.pk].items()
        }
        made += activity.revise(task, fields, at=at)
    return made, moved_on


def _remove_tasks(run: ImportRun) -> int:
    """Tasks as they were brought: no newer version, nobody has answered for them."""
    removed = 0
    ids = _ids(run, TASK)
    delegated = set(Delegation.objects.values_list("task_id", flat=True))
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        untouched = Task.objects.filter(pk__in=batch, version=1).exclude(
            pk__in=[i for i in batch if i in delegated]
        )
        going = list(untouched.values_list("pk", flat=True))
        Task.objects.filter(pk__in=going).delete()
        removed += _forget(run, TASK, going)
    return removed


def _remove_projects(run: ImportRun) -> int:
    ids = _ids(run, PROJECT)
    empty = Project.objects.filter(pk__in=ids, version=1, tasks__isnull=True)
    going = list(empty.values_list("pk", flat=True))
    Project.objects.filter(pk__in=going).delete()
    return _forget(run, PROJECT, going)


def _remove_people(run: ImportRun) -> int:
    removed = 0
    ids = _ids(run, PERSON)
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        busy = set(
            Contributor.objects.filter(person_id__in=batch).values_list(
                "person_id", flat=True
            )
        )
        busy |= set(
            Task.objects.filter(accountable_id__in=batch).values_list(
                "accountable_id", flat=True
            )
        )
        idle = Person.objects.filter(pk__in=batch, version=1, user__isnull=True)
        going = [i for i in idle.values_list("pk", flat=True) if i not in busy]
        Person.objects.filter(pk__in=going).delete()
        removed += _forget(run, PERSON, going)
    return removed


def _remove_teams(run: ImportRun) -> int:
    """Teams the run added, where nobody and nothing is in them now."""
    going = []
    for team in Team.objects.filter(pk__in=_ids(run, TEAM), version=1):
        below = Team.objects.filter(parent=team).exists()
        people = Membership.objects.filter(team=team).exists()
        work = Project.objects.filter(team=team).exists()
        goals = Goal.objects.filter(team=team).exists()
        if not (below or people or work or goals):
            going.append(team.pk)
    Team.objects.filter(pk__in=going).delete()
    return _forget(run, TEAM, going)


def _ids(run: ImportRun, kind: str) -> list[int]:
    rows = ImportedRecord.objects.filter(run=run, kind=kind).order_by("record_id")
    return list(rows.values_list("record_id", flat=True))


def _forget(run: ImportRun, kind: str, ids: list[int]) -> int:
    ImportedRecord.objects.filter(run=run, kind=kind, record_id__in=ids).delete()
    return len(ids)


def _in_batches(model: type[Model], ids: list[int]) -> list[Any]:
    return [
        row
        for first in range(0, len(ids), BATCH)
        for row in model._default_manager.filter(pk__in=ids[first : first + BATCH])
    ]
