"""Take a file in, read it in a bounded child process, keep what was found."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.formats import Limits, Reading, Refused
from quarterdeck.formats.order import Order
from quarterdeck.shared.confined import run_confined
from quarterdeck.shared.errors import RuleBroken

from ..models import ImportRun
from ..permissions import can_import
from ..queries import file_of, folder
from ..rules import source_of

SECONDS, MEGABYTES = 60, 300
SAMPLE = 200
SHOWN = 500  # dropped rows and remarks kept for the screen; the counts have them all


class FileTooLarge(RuleBroken):
    pass


def receive_file(
    *, name: str, chunks: Iterable[bytes], by: Any, at: datetime
) -> ImportRun:
    """Keep an uploaded file and have it read; nothing is taken over yet."""
    if by is not None and not can_import(by):
        raise PermissionDenied
    kept, size, digest = _keep(chunks)
    try:
        with transaction.atomic():
            run = ImportRun.objects.create(
                file_name=Path(name).name[:255] or "file",
                size=size,
                sha256=digest,
                brought_by=by,
                brought_at=at,
            )
            _have_it_read(run, by, at)
            activity.record(
                by=by,
                verb="import.received",
                subject=run,
                at=at,
                audience=activity.only(getattr(by, "pk", None)),
            )
            kept.replace(file_of(run))
    finally:
        kept.unlink(missing_ok=True)
    return run


def _keep(chunks: Iterable[bytes]) -> tuple[Path, int, str]:
    """Write the chunks beside their later place; stop as soon as they are too many."""
    handle, path = tempfile.mkstemp(dir=folder())
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as kept:
            for chunk in chunks:
                size += len(chunk)
                if size > settings.IMPORT_MAX_BYTES:
                    most = settings.IMPORT_MAX_BYTES // 1_000_000
                    raise FileTooLarge(f"The file is larger than {most} MB.")
                digest.update(chunk)
                kept.write(chunk)
    except BaseException:
        Path(path).unlink()
        raise
    return Path(path), size, digest.hexdigest()


def _have_it_read(run: ImportRun, by: Any, at: datetime) -> None:
    if by is None:  # a command reads it itself, while somebody waits
        return
    run.state, run.refusal = ImportRun.State.READING, ""
    run.job = jobs.start_job(
        read_import, import_id=run.pk, name=f"Read {run.file_name}", by=by, at=at
    )
    run.save(update_fields=["state", "refusal", "job"])


@transaction.atomic
def map_columns(
    *, run: ImportRun, mapping: Mapping[str, str], by: Any, at: datetime
) -> None:
    """Read the file again with fields that somebody chose for its columns."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.brought_by_id != by.pk:
        raise PermissionDenied
    if run.state not in (ImportRun.State.READY, ImportRun.State.REFUSED):
        raise RuleBroken(
            "Columns can be chosen once the file was read, before it is taken over."
        )
    run.mapping = dict(mapping)
    run.save(update_fields=["mapping"])
    _have_it_read(run, by, at)
    activity.record(
        by=by,
        verb="import.mapped",
        subject=run,
        at=at,
        audience=activity.only(by.pk),
    )


@transaction.atomic
def discard_import(*, run: ImportRun, by: Any, at: datetime) -> None:
    """Forget a file that was not taken over."""
    if run.brought_by_id != by.pk:
        raise PermissionDenied
    if run.state in (ImportRun.State.COMMITTING, ImportRun.State.DONE):
        raise RuleBroken(f"“{run}” was taken over; undo it instead.")
    activity.record(
        by=by,
        verb="import.discarded",
        subject=run,
        at=at,
        audience=activity.only(by.pk),
    )
    number = run.pk
    run.delete()
    for kept in folder().glob(f"{number}.*"):
        kept.unlink(missing_ok=True)


@task
def read_import(import_id: int) -> None:
    """Read one file; a refusal is an outcome like any other."""
    run = ImportRun.objects.get(pk=import_id)
    reading = _read(run)
    with jobs.completing(url=f"/import/{run.pk}/"):
        keep_reading(run, reading)


def read_now(run: ImportRun) -> Reading:
    """Read while a command waits; raises Refused."""
    reading = _read(run)
    with transaction.atomic():
        keep_reading(run, reading)
    if isinstance(reading, Refused):
        raise reading
    return reading


def _read(run: ImportRun) -> Reading | Refused:
    order = Order(
        name=run.file_name,
        mapping=run.mapping,
        limits=Limits(bytes=settings.IMPORT_MAX_BYTES),
    )
    try:
        return run_confined(
            "quarterdeck.formats.order:read_order",
            order,
            result_type=Reading,
            seconds=SECONDS,
            megabytes=MEGABYTES,
            files=[file_of(run)],
            refusals=(Refused,),
            cancelled=jobs.stop_is_wanted,
        )
    except Refused as refusal:
        return refusal


def keep_reading(run: ImportRun, reading: Reading | Refused) -> None:
    """Keep the whole reading beside the file, and what a screen shows in the row."""
    if isinstance(reading, Refused):
        run.state, run.refusal = ImportRun.State.REFUSED, str(reading)[:600]
        run.save(update_fields=["state", "refusal"])
        return
    kept = folder() / f"{run.pk}.reading"
    kept.touch(mode=0o600)
    kept.write_bytes(msgspec.msgpack.encode(reading))
    run.state = ImportRun.State.READY
    run.format, run.title = reading.format, reading.source[:300]
    run.external_source = source_of(reading.format, reading.source)
    run.sample_ids = [task.external_id[:200] for task in reading.tasks[:SAMPLE]]
    run.counts = counts_of(reading)
    run.columns = msgspec.to_builtins(reading.columns)
    run.dropped_columns = msgspec.to_builtins(reading.dropped_columns)
    run.dropped_rows = msgspec.to_builtins(reading.dropped_rows[:SHOWN])
    run.remarks = msgspec.to_builtins(reading.remarks[:SHOWN])
    run.notes = list(reading.notes)
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
