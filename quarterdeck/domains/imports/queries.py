"""Read the files somebody brought: their own, and nobody else's."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import is_admin, standing_of
from quarterdeck.domains.projects.models import Task
from quarterdeck.formats import Reading

from .models import ImportRun

FEWEST_IDS = 3  # fewer that are alike say nothing


def imports_visible_to(user: Any) -> QuerySet[ImportRun]:
    """Return the user's own imports, newest first: a file may hold anything."""
    rows = ImportRun.objects.filter(brought_by_id=user.pk).select_related("team", "job")
    return rows.order_by("-id")


def get_import(*, user: Any, import_id: int) -> ImportRun:
    return imports_visible_to(user).get(pk=import_id)


def earlier_runs(run: ImportRun) -> QuerySet[ImportRun]:
    """Return imports of the same kind by the same person that this may be newer than."""
    rows = ImportRun.objects.filter(
        brought_by_id=run.brought_by_id,
        format=run.format,
        state=ImportRun.State.DONE,
    )
    return rows.exclude(pk=run.pk).order_by("-id")


def likely_earlier_run(run: ImportRun) -> ImportRun | None:
    """Return the import whose records this file speaks of again, if there is one.

    A file with the same name is the same source. Under another name it is one when
    most of its tasks are known from one earlier import by id and title: many programs
    count the tasks of every file from one, so an id alone says nothing. Whoever takes
    it over sees the guess and can say no.
    """
    if run.state != ImportRun.State.READY:
        return None
    same = earlier_runs(run).filter(external_source=run.external_source).first()
    if same is not None or len(run.sample_ids) < FEWEST_IDS:
        return same
    titles = {key: _plain(title) for key, title in run.sample_ids}
    for earlier in earlier_runs(run)[:20]:
        known = Task.objects.filter(
            external_source=earlier.external_source, external_id__in=titles
        )
        alike = sum(
            _plain(title) == titles[key]
            for key, title in known.values_list("external_id", "title")
        )
        if alike * 2 > len(titles):
            return earlier
    return None


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def teams_to_import_into(user: Any) -> QuerySet[Team]:
    rows = Team.objects.order_by("path")
    return (
        rows if is_admin(user) else rows.filter(pk__in=standing_of(user).led_team_ids)
    )


def folder() -> Path:
    """Where files lie until they are taken over; readable by this program only."""
    found = Path(settings.DATA_DIR) / "imports"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def file_of(run: ImportRun) -> Path:
    return folder() / f"{run.pk}.file"


def reading_of(run: ImportRun) -> Reading:
    """Return everything that was read from the run's file."""
    return msgspec.msgpack.decode(_kept(run).read_bytes(), type=Reading)


def _kept(run: ImportRun) -> Path:
    return folder() / f"{run.pk}.reading"


@dataclass(frozen=True)
class LeftOut:
    """One thing that the reader left out: a column, a row or a single value."""

    what: str
    row: int | None
    name: str
    value: str
    reason: str
    filled: int | None = None


def left_out_rows(run: ImportRun) -> list[LeftOut]:
    """Return everything the reader left out; nothing of a file that was not read."""
    if not run.format or not _kept(run).exists():
        return []
    reading = reading_of(run)
    columns = [
        LeftOut("column", None, each.name, "", each.reason, each.filled)
        for each in reading.dropped_columns
    ]
    rows = [
        LeftOut("row", each.row, each.name, "", each.reason)
        for each in reading.dropped_rows
    ]
    values = [
        LeftOut("value", each.row, each.column, each.value, each.reason)
        for each in reading.remarks
    ]
    return [*columns, *rows, *values]


def left_out_of(run: ImportRun) -> Iterator[tuple[Any, ...]]:
    """Everything the reader left out, as rows of one table."""
    yield "What", "Row", "Column or name", "Value", "Reason", "Filled cells"
    for row in left_out_rows(run):
        yield tuple("" if cell is None else cell for cell in astuple(row))
