"""The one short step in which a filled import becomes visible."""

from typing import Any

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.services import FieldChange
from quarterdeck.domains.projects.models import Block, Project, Task
from quarterdeck.domains.projects.services import goals_of, tell_goals

from ..models import ImportedRecord, ImportRun
from .matching import PeopleByRow
from .staging import EVERYTHING, Staging
from .tasks import TaskMaker

PROJECT, TASK = "projects.Project", "projects.Task"
BATCH = 500


def make_visible(run: ImportRun, staging: Staging, people: PeopleByRow) -> None:
    """Show what was filled, bring known tasks up to date, write the act down."""
    homes = _homes(staging)
    new = _show(run, staging, homes)
    changes = _bring_up_to_date(run, staging)
    _note(run, new, staging)
    tell_goals(goals_of(staging.ids.values()), at=run.at)
    changed = len({change.subject_id for change in changes})
    run.outcome = {
        "tasks_added": staging.added,
        "tasks_changed": changed,
        "tasks_unchanged": len(staging.known) - changed,
        "people_added": people.added,
        "people_found": people.found,
        "people_ambiguous": sorted(set(people.ambiguous))[:50],
        "projects": sorted({home.pk for home in homes.values()}),
    }
    act = activity.record(
        by=run.brought_by or activity.OPERATOR,
        verb="import.taken_over",
        subject=run,
        at=run.at,
        audience=activity.team(run.home.pk),
        changes=changes,
        details={k: v for k, v in run.outcome.items() if isinstance(v, int)},
    )
    run.activity_id, run.state = act.pk, ImportRun.State.DONE
    run.save(update_fields=["activity_id", "state", "outcome"])


def _homes(staging: Staging) -> dict[str, Project]:
    """Where each project of the file lives: with its tasks of before, else anew."""
    homes = dict(staging.projects)
    for key, ids in staging.by_project().items():
        before = {staging.known[i].project_id for i in ids if i in staging.known}
        if len(before) == 1:
            homes[key] = Project.objects.get(pk=before.pop())
    return homes


def _show(run: ImportRun, staging: Staging, homes: dict[str, Project]) -> list[Project]:
    shown = []
    for key, staged in staging.projects.items():
        home = homes[key]
        if home.pk != staged.pk:
            Task.objects.filter(project=staged).update(project=home)
            staged.delete()
            continue
        if not staging.by_project().get(key):
            staged.delete()
            continue
        staged.is_staged = False
        staged.external_source = run.external_source
        staged.external_id = (key or EVERYTHING)[:200]
        staged.save(update_fields=["is_staged", "external_source", "external_id"])
        shown.append(staged)
    return shown


def _bring_up_to_date(run: ImportRun, staging: Staging) -> list[FieldChange]:
    """Set the fields in which the file differs from the tasks it brought before."""
    maker = TaskMaker(run, staging.reading, staging.people)
    changes: list[FieldChange] = []
    closed: list[int] = []
    for row in staging.reading.tasks:
        task = staging.known.get(row.external_id)
        if task is not None:
            wanted: dict[str, Any] = maker.fields(row)
            changes += activity.revise(task, wanted, at=run.at)
            if not task.is_open:
                closed.append(task.pk)
    for first in range(0, len(closed), BATCH):
        waiting = Block.objects.filter(task_id__in=closed[first : first + BATCH])
        waiting.filter(cleared_at__isnull=True).update(cleared_at=run.at)
    return changes


def _note(run: ImportRun, projects: list[Project], staging: Staging) -> None:
    fresh = [i for key, i in staging.ids.items() if key not in staging.known]
    rows = [ImportedRecord(run=run, kind=PROJECT, record_id=p.pk) for p in projects]
    rows += [ImportedRecord(run=run, kind=TASK, record_id=i) for i in fresh]
    ImportedRecord.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
