"""Imports for programs: what was read of a file, take it over, undo."""

from datetime import datetime
from typing import Any

from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from quarterdeck.domains.imports import queries, services
from quarterdeck.domains.organization.queries import get_team

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .problems import PROBLEMS
from .types import Id, RecordId, Request

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
    brought_at: datetime

    @staticmethod
    def resolve_state(run: Any) -> str:
        return str(run.standing)


class TakeOver(Schema):
    """Where to; `newer_than` is the import whose records are brought up to date."""

    team_id: RecordId
    newer_than: RecordId | None = None


@router.get("/", response={200: Listing[ImportOut], **PROBLEMS})
def list_imports(request: Request, window: WindowQuery) -> Any:
    return listing(queries.imports_visible_to(request.user), window)


@router.post("/", response={202: ImportOut, **PROBLEMS})
def receive_file(request: Request, file: File[UploadedFile]) -> Any:
    run = services.receive_file(
        name=file.name or "file",
        chunks=file.chunks(),
        by=request.user,
        at=request.now,
    )
    return Status(202, run)


@router.get("/{import_id}/", response={200: ImportOut, **PROBLEMS})
def get_import(request: Request, import_id: Id) -> Any:
    return queries.get_import(user=request.user, import_id=import_id)


@router.post("/{import_id}/take-over/", response={202: ImportOut, **PROBLEMS})
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


@router.post("/{import_id}/undo/", response={200: ImportOut, **PROBLEMS})
def undo_import(request: Request, import_id: Id) -> Any:
    run = queries.get_import(user=request.user, import_id=import_id)
    return services.undo_import(run=run, by=request.user, at=request.now)


@router.delete("/{import_id}/", response={204: None, **PROBLEMS})
def discard_import(request: Request, import_id: Id) -> Any:
    run = queries.get_import(user=request.user, import_id=import_id)
    services.discard_import(run=run, by=request.user, at=request.now)
    return Status(204, None)
