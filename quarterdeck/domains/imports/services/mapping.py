"""Say what the columns of a file mean, where the reader guessed otherwise."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.formats.columns import HOURS, fields_for
from quarterdeck.formats.durations import UNITS
from quarterdeck.shared.errors import RuleBroken

from ..models import ImportRun
from .reading import have_it_read


class CannotMean(RuleBroken):
    pass


@transaction.atomic
def map_columns(
    *, run: ImportRun, mapping: Mapping[str, str], by: Any, at: datetime
) -> None:
    """Read the file again with fields that somebody chose for its columns ("": none)."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.brought_by_id != by.pk:
        raise PermissionDenied
    if run.state not in (ImportRun.State.READY, ImportRun.State.REFUSED):
        raise RuleBroken(
            "Columns can be chosen once the file was read, before it is taken over."
        )
    _check_meanings(run, mapping)
    run.mapping = {**run.mapping, **mapping}
    run.save(update_fields=["mapping"])
    have_it_read(run, by, at)
    activity.record(
        by=by,
        verb="import.mapped",
        subject=run,
        at=at,
        audience=activity.only(by.pk),
    )


def _check_meanings(run: ImportRun, mapping: Mapping[str, str]) -> None:
    columns = {column["key"] for column in run.columns}
    known = fields_for("tasks") | fields_for("people")
    for key, field in mapping.items():
        name, _, unit = field.partition(":")
        if key not in columns:
            raise CannotMean(f"The file has no column “{key[:100]}”.")
        if name and (name not in known or (unit and name not in HOURS)):
            raise CannotMean(f"“{key[:100]}” cannot mean “{field[:100]}”.")
        if unit and unit not in UNITS:
            raise CannotMean(f"“{unit[:100]}” is no unit of time.")
