"""Take a read file over: filled in short steps nobody sees, made visible in one."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken
from quarterdeck.shared.statistics import refresh_statistics

from ..models import ImportRun
from ..permissions import can_import_into
from ..queries import reading_of
from .matching import PeopleByRow
from .people import bring_people
from .staging import Staging
from .switching import make_visible


class NotReadyYet(RuleBroken):
    pass


@transaction.atomic
def commit_import(
    *,
    run: ImportRun,
    team: Team,
    by: Any,
    at: datetime,
    newer_than: ImportRun | None = None,
) -> ImportRun:
    """Have a read file taken over into a team; a worker does it.

    With `newer_than` the records of that import are brought up to date instead of
    being made a second time.
    """
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.brought_by_id != by.pk or not can_import_into(by, team):
        raise PermissionDenied
    if run.state != ImportRun.State.READY:
        raise NotReadyYet(f"“{run}” is not ready to be taken over.")
    run.team, run.state = team, ImportRun.State.COMMITTING
    run.taken_over_at = at
    if newer_than is not None:
        if newer_than.brought_by_id != by.pk:
            raise PermissionDenied
        run.external_source = newer_than.external_source
    run.job = jobs.start_job(
        take_over, import_id=run.pk, name=f"Take over {run}", by=by, at=at
    )
    run.save(update_fields=["team", "state", "job", "taken_over_at", "external_source"])
    activity.record(
        by=by,
        verb="import.started",
        subject=run,
        at=at,
        audience=activity.only(by.pk),
    )
    return run


@task
def take_over(import_id: int) -> None:
    """Fill, then switch: a worker that dies in between begins again from nothing."""
    run = ImportRun.objects.select_related("team", "brought_by").get(pk=import_id)
    reading = reading_of(run)
    jobs.report_progress(0, len(reading.tasks), "Matching people")
    people = bring_people(run, reading)
    staging = _fill(run, reading, people)
    with jobs.completing(url=f"/import/{run.pk}/"):
        make_visible(run, staging, people)
    refresh_statistics()


def take_over_now(*, run: ImportRun, team: Team, at: datetime) -> ImportRun:
    """Take over while a command waits."""
    run.team, run.state, run.taken_over_at = team, ImportRun.State.COMMITTING, at
    run.save(update_fields=["team", "state", "taken_over_at"])
    reading = reading_of(run)
    people = bring_people(run, reading)
    staging = _fill(run, reading, people)
    with transaction.atomic():
        make_visible(run, staging, people)
    refresh_statistics()
    return run


def _fill(run: ImportRun, reading: Any, people: PeopleByRow) -> Staging:
    staging = Staging(run, reading, people)
    staging.clear()
    for done in staging.fill():
        jobs.report_progress(done, len(reading.tasks), "Taking tasks over")
    return staging
