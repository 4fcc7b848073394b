"""Imports for programs: bring, say what columns mean, look, take over, undo."""

from datetime import datetime
from typing import Annotated, Any

from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from quarterdeck.domains.imports import queries, services
from quarterdeck.domains.imports.choices import MEANINGS
from quarterdeck.domains.organization.queries import get_team

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["imports"], auth=may("imports"))


class ImportOut(Schema):
    id: int
    file_name: str
    state: str
    refusal: str
    format: str
    counts: dict[str, float]
    dropped_columns: list[dict[str, Any]]
    dropped_rows: list[dict[str, Any]]
    remarks: list[dict[str, Any]]
    notes: list[str]
    outcome: dict[str, Any]
    job_id: int | None
    brought_at: datetime

    @staticmethod
    def resolve_state(run: Any) -> str:
        return str(run.standing)


class ImportPage(ImportOut):
    """`preview` has the first rows as understood, `unclear` people only a name tells of.

    `looks_newer_than` is the import whose records this file speaks of again.
    """

    preview: dict[str, Any]
    unclear: list[dict[str, Any]]
    looks_newer_than: int | None

    @staticmethod
    def resolve_looks_newer_than(run: Any) -> int | None:
        earlier = queries.likely_earlier_run(run)
        return earlier.pk if earlier else None


class ImportColumnOut(Schema):
    """A column of the file; `field` is what it is read as, null when it is left out."""

    key: str
    name: str
    position: int
    field: str | None
    filled: int
    samples: list[str]


class MeaningOut(Schema):
    field: str
    label: str


class ColumnsOut(Schema):
    columns: list[ImportColumnOut]
    meanings: list[MeaningOut]


class Meaning(Schema):
    """What one column means: a field, with a unit as in `estimate:days`, or nothing."""

    key: Annotated[Text, Field(min_length=1, max_length=1_000)]
    field: Annotated[Text, Field(max_length=60)] = ""


class Meanings(Schema):
    columns: Annotated[list[Meaning], Field(min_length=1, max_length=1_000)]


class LeftOutRow(Schema):
    """One thing left out: a `column`, a `row` or a single `value`, and why."""

    what: str
    row: int | None
    name: str
    value: str
    reason: str
    filled: int | None


class TakeOver(Schema):
    """Where to; `newer_than` is the import whose records are brought up to date."""

    team_id: RecordId
    newer_than: RecordId | None = None


@router.get("/", response=Listing[ImportOut])
def list_imports(request: Request, window: WindowQuery) -> Any:
    return listing(queries.imports_visible_to(request.user), window)


@router.post("/", response={202: ImportOut})
def receive_file(request: Request, file: File[UploadedFile]) -> Any:
    run = services.receive_file(
        name=file.name or "file",
        chunks=file.chunks(),
        by=request.user,
        at=request.now,
    )
    return Status(202, run)


@router.get("/{import_id}/", response=ImportPage)
def get_import(request: Request, import_id: Id) -> Any:
    return queries.get_import(user=request.user, import_id=import_id)


@router.get("/{import_id}/columns/", response=ColumnsOut)
def list_columns(request: Request, import_id: Id) -> Any:
    """How each column is understood, and what a column can mean."""
    run = queries.get_import(user=request.user, import_id=import_id)
    meanings = [{"field": field, "label": label} for field, label in MEANINGS]
    return {"columns": run.columns, "meanings": meanings}


@router.put("/{import_id}/columns/", response={202: ImportOut})
def map_columns(request: Request, import_id: Id, body: Meanings) -> Any:
    """Read the file again with these meanings; the columns not named stay as they are."""
    run = queries.get_import(user=request.user, import_id=import_id)
    mapping = {column.key: column.field for column in body.columns}
    services.map_columns(run=run, mapping=mapping, by=request.user, at=request.now)
    return Status(202, queries.get_import(user=request.user, import_id=import_id))


@router.get("/{import_id}/left-out/", response=Listing[LeftOutRow])
def list_left_out(request: Request, import_id: Id, window: WindowQuery) -> Any:
    """Everything that is not taken from the file, with reasons; the counts are its own."""
    run = queries.get_import(user=request.user, import_id=import_id)
    return listing(queries.left_out_rows(run), window)


@router.get("/{import_id}/earlier/", response=Listing[ImportOut])
def list_earlier_imports(request: Request, import_id: Id, window: WindowQuery) -> Any:
    """Imports that this file may be a newer version of."""
    run = queries.get_import(user=request.user, import_id=import_id)
    return listing(queries.earlier_runs(run), window)


@router.post("/{import_id}/take-over/", response={202: ImportOut})
def take_over(request: Request, import_id: Id, body: TakeOver) -> Any:
    run = queries.get_import(user=request.user, import_id=import_id)
    team = get_team(user=request.user, team_id=body.team_id)
    earlier = None
    if body.newer_than is not None:
        earlier = queries.earlier_runs(run).get(pk=body.newer_than)
    run = services.commit_import(
        run=run, team=team, newer_than=earlier, by=request.user, at=request.now
    )
    return Status(202, run)


@router.post("/{import_id}/undo/", response=ImportOut)
def undo_import(request: Request, import_id: Id) -> Any:
    run = queries.get_import(user=request.user, import_id=import_id)
    return services.undo_import(run=run, by=request.user, at=request.now)


@router.delete("/{import_id}/", response={204: None})
def discard_import(request: Request, import_id: Id) -> Any:
    run = queries.get_import(user=request.user, import_id=import_id)
    services.discard_import(run=run, by=request.user, at=request.now)
    return Status(204, None)
