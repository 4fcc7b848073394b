"""Forget somebody in the files that were brought: what was read of them is emptied."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import Person

from ..models import ImportedRecord, ImportRun
from ..queries import folder
from .people import PERSON

# What a run keeps of the rows themselves, and what stands there when it is emptied.
READ = {
    "preview": dict,
    "unclear": list,
    "columns": list,
    "dropped_rows": list,
    "remarks": list,
    "notes": list,
    "sample_ids": list,
}


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Empty each run that was brought by them or names them; the files go too.

    What was taken over stays, as records of their own rooms, and its undo with it. A
    file that waits to be taken over is refused from now on: it can be brought again.
    """
    names = {word for one in people for word in (one.name, one.email) if word}
    users = {one.user_id for one in people if one.user_id is not None}
    for run in ImportRun.objects.select_for_update().order_by("pk").iterator():
        if run.brought_by_id in users or _names(run, names):
            _empty(run)
    ids = [one.pk for one in people]
    ImportedRecord.objects.filter(kind=PERSON, record_id__in=ids).delete()


def _names(run: ImportRun, names: set[str]) -> bool:
    told = [run.file_name, run.title, *(getattr(run, name) for name in READ)]
    if _speaks(json.dumps(told, ensure_ascii=False, default=str), names):
        return True
    # What lies beside the run was read whole; whoever stands in it is in those bytes.
    return any(
        _speaks(kept.read_bytes().decode(errors="replace"), names)
        for kept in folder().glob(f"{run.pk}.*")
    )


def _speaks(text: str, names: set[str]) -> bool:
    return any(name in text for name in names)


def _empty(run: ImportRun) -> None:
    for name, nothing in READ.items():
        setattr(run, name, nothing())
    run.file_name, run.title = "a file that was emptied", ""
    if run.state in (ImportRun.State.READING, ImportRun.State.READY):
        run.state = ImportRun.State.REFUSED
        run.refusal = "Somebody in it was forgotten. Bring the file again."
    run.save(update_fields=[*READ, "file_name", "title", "state", "refusal"])
    number = run.pk
    transaction.on_commit(lambda: _drop_files(number))


def _drop_files(number: int) -> None:
    for kept in folder().glob(f"{number}.*"):
        kept.unlink(missing_ok=True)
