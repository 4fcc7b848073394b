"""The task list as a file to keep or to take elsewhere."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from quarterdeck.domains.projects import queries
from quarterdeck.formats import write_tasks_csv, write_tasks_xlsx
from quarterdeck.web.shell.http import Request

from ..filters import TaskSearch

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def export_csv(request: Request) -> HttpResponse:
    return _file(request, write_tasks_csv, CSV, "tasks.csv")


@require_GET
def export_xlsx(request: Request) -> HttpResponse:
    return _file(request, write_tasks_xlsx, XLSX, "tasks.xlsx")


def _file(
    request: Request, write: Callable[..., Any], kind: str, name: str
) -> HttpResponse:
    """Exactly the rows that the list shows with the same address, on all its pages."""
    found = queries.export_of(
        user=request.user,
        wanted=TaskSearch(request.GET).wanted(),
        today=request.now.date(),
    )
    content = BytesIO()
    write(content, found.tasks, found.links)
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content.getvalue(), content_type=kind, headers=named)
