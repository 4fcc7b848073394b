"""Import: bring a file, look at what was read, take it over, undo."""

import csv
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.imports import permissions, queries, services
from quarterdeck.web.shell.http import Request, still_at_it

from .forms import Bring, MapColumns, TakeOver


@require_GET
def start(request: Request) -> HttpResponse:
    return _start(request, Bring())


@require_POST
def receive(request: Request) -> HttpResponse:
    form = Bring(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form, status=422)
    file = form.cleaned_data["file"]
    run = services.receive_file(
        name=file.name, chunks=file.chunks(), by=request.user, at=request.now
    )
    return redirect("imports:show", run.pk)


@require_GET
def show(request: Request, import_id: int) -> HttpResponse:
    run = queries.get_import(user=request.user, import_id=import_id)
    if request.htmx:
        return still_at_it(request, "imports/busy.html", busy=run.is_busy, run=run)
    teams = queries.teams_to_import_into(request.user)
    context = {
        "run": run,
        "take_over": TakeOver(
            teams=teams,
            earlier=queries.earlier_runs(run),
            initial={
                "team": teams.first(),
                "newer_than": queries.likely_earlier_run(run),
            },
        ),
        "mapping": MapColumns(None, columns=run.columns),
    }
    return render(request, "imports/run.html", context)


@require_POST
def map_columns(request: Request, import_id: int) -> HttpResponse:
    run = queries.get_import(user=request.user, import_id=import_id)
    form = MapColumns(request.POST, columns=run.columns)
    if form.is_valid():
        services.map_columns(
            run=run, mapping=form.mapping(), by=request.user, at=request.now
        )
    return redirect("imports:show", import_id)


@require_POST
def commit(request: Request, import_id: int) -> HttpResponse:
    run = queries.get_import(user=request.user, import_id=import_id)
    teams = queries.teams_to_import_into(request.user)
    earlier = queries.earlier_runs(run)
    form = TakeOver(request.POST, teams=teams, earlier=earlier)
    if not form.is_valid():
        raise PermissionDenied
    services.commit_import(
        run=run, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("imports:show", import_id)


@require_POST
def undo(request: Request, import_id: int) -> HttpResponse:
    run = queries.get_import(user=request.user, import_id=import_id)
    services.undo_import(run=run, by=request.user, at=request.now)
    messages.success(request, "The import is undone.")
    return redirect("imports:show", import_id)


@require_POST
def discard(request: Request, import_id: int) -> HttpResponse:
    run = queries.get_import(user=request.user, import_id=import_id)
    services.discard_import(run=run, by=request.user, at=request.now)
    messages.success(request, "The file is forgotten; nothing was taken over.")
    return redirect("imports:start")


@require_GET
def left_out(request: Request, import_id: int) -> StreamingHttpResponse:
    """Everything that was not taken from the file, as a table to keep."""
    run = queries.get_import(user=request.user, import_id=import_id)
    rows = queries.left_out_of(run)
    answer = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="left-out.csv"'
    return answer


class _Echo:
    """What the csv module writes into is handed straight on."""

    def write(self, line: str) -> str:
        return line


def _lines(rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"
    for row in rows:
        yield writer.writerow([_text(cell) for cell in row])


def _text(cell: Any) -> Any:
    """A cell that a spreadsheet would run as a formula is made plain text."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def _start(request: Request, form: Bring, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "runs": queries.imports_visible_to(request.user)[:20],
        "may_import": permissions.can_import(request.user),
        "most": settings.IMPORT_MAX_BYTES // 1_000_000,
    }
    return render(request, "imports/start.html", context, status=status)
