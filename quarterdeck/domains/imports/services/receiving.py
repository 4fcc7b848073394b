"""Take a file in and keep it until it is taken over; forget one that is not."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import ImportRun
from ..permissions import can_import
from ..queries import file_of, folder
from .reading import have_it_read


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
            have_it_read(run, by, at)
            activity.record(
                by=by or activity.OPERATOR,
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
