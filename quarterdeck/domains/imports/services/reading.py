"""Read a file in a bounded child process, keep what was found."""

from datetime import datetime
from typing import Any, TypeVar

import msgspec
from django.conf import settings
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.formats import Column, Limits, Reading, Refused
from quarterdeck.formats.order import Order
from quarterdeck.formats.refusals import NothingNamed
from quarterdeck.shared.confined import run_confined

from ..models import ImportRun
from ..queries import file_of, folder
from ..rules import source_of
from .previewing import preview_of, unclear_people

Result = TypeVar("Result")
SECONDS, MEGABYTES = 60, 300
SAMPLE = 200
SHOWN = 500  # dropped rows and remarks kept for the screen; the counts have them all


def have_it_read(run: ImportRun, by: Any, at: datetime) -> None:
    """Have a worker read the file, for the first time or with other meanings."""
    if by is None:  # a command reads it itself, while somebody waits
        return
    run.state, run.refusal = ImportRun.State.READING, ""
    run.job = jobs.start_job(
        read_import, import_id=run.pk, name=f"Read {run.file_name}", by=by, at=at
    )
    run.save(update_fields=["state", "refusal", "job"])


@task
def read_import(import_id: int) -> None:
    """Read one file; a refusal is an outcome like any other."""
    run = ImportRun.objects.get(pk=import_id)
    reading = _read(run)
    columns = _columns(run) if isinstance(reading, NothingNamed) else ()
    with jobs.completing(url=f"/import/{run.pk}/"):
        keep_reading(run, reading, columns)


def read_now(run: ImportRun) -> Reading:
    """Read while a command waits; raises Refused."""
    reading = _read(run)
    with transaction.atomic():
        keep_reading(run, reading)
    if isinstance(reading, Refused):
        raise reading
    return reading


def _read(run: ImportRun) -> Reading | Refused:
    try:
        return _confined("read_order", run, Reading)
    except Refused as refusal:
        return refusal


def _columns(run: ImportRun) -> tuple[Column, ...]:
    """The columns of a table that names nothing, for somebody to say what they mean."""
    try:
        return _confined("columns_order", run, tuple[Column, ...])
    except Refused:
        return ()


def _confined(way: str, run: ImportRun, result_type: type[Result]) -> Result:
    order = Order(
        name=run.file_name,
        mapping=run.mapping,
        limits=Limits(bytes=settings.IMPORT_MAX_BYTES),
    )
    return run_confined(
        f"quarterdeck.formats.order:{way}",
        order,
        result_type=result_type,
        seconds=SECONDS,
        megabytes=MEGABYTES,
        files=[file_of(run)],
        refusals=(NothingNamed, Refused),
        cancelled=jobs.stop_is_wanted,
    )


def keep_reading(
    run: ImportRun, reading: Reading | Refused, columns: tuple[Column, ...] = ()
) -> None:
    """Keep the whole reading beside the file, and what a screen shows in the row."""
    if isinstance(reading, Refused):
        run.state, run.refusal = ImportRun.State.REFUSED, str(reading)[:600]
        if columns:
            run.columns = msgspec.to_builtins(columns)
        run.save(update_fields=["state", "refusal", "columns"])
        return
    kept = folder() / f"{run.pk}.reading"
    kept.touch(mode=0o600)
    kept.write_bytes(msgspec.msgpack.encode(reading))
    run.state = ImportRun.State.READY
    run.format, run.title = reading.format, reading.source[:300]
    run.external_source = source_of(reading.format, reading.source)
    run.sample_ids = [
        [task.external_id[:200], task.title[:300]] for task in reading.tasks[:SAMPLE]
    ]
    run.counts = counts_of(reading)
    run.columns = msgspec.to_builtins(reading.columns)
    run.dropped_columns = msgspec.to_builtins(reading.dropped_columns)
    run.dropped_rows = msgspec.to_builtins(reading.dropped_rows[:SHOWN])
    run.remarks = msgspec.to_builtins(reading.remarks[:SHOWN])
    run.notes = list(reading.notes)
    run.preview, run.unclear = preview_of(reading), unclear_people(run, reading)
    run.save()


def counts_of(reading: Reading) -> dict[str, Any]:
    """How much of each kind a reading holds; hours are of tasks that are estimated."""
    leaves = [task for task in reading.tasks if not task.outline]
    estimated = [
        (t.estimate_low + t.estimate_high) / 2
        for t in leaves
        if t.estimate_low is not None and t.estimate_high is not None
    ]
    return {
        "tasks": len(reading.tasks),
        "people": len(reading.people),
        "projects": len(reading.projects),
        "links": len(reading.links),
        "assignments": len(reading.assignments),
        "comments": len(reading.comments),
        "hours": round(sum(estimated), 2),
        "unestimated": len(leaves) - len(estimated),
        "dropped_columns": len(reading.dropped_columns),
        "dropped_rows": len(reading.dropped_rows),
        "remarks": len(reading.remarks),
    }
