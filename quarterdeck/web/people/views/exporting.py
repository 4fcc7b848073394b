"""The people of a team as a file to keep or to take elsewhere."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from quarterdeck.domains.people import queries
from quarterdeck.formats import write_people_csv, write_people_xlsx
from quarterdeck.web.shell.http import Request

from ..cards import team_asked_for, text_asked_for

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def export_csv(request: Request) -> HttpResponse:
    return _file(request, write_people_csv, CSV, "people.csv")


@require_GET
def export_xlsx(request: Request) -> HttpResponse:
    return _file(request, write_people_xlsx, XLSX, "people.xlsx")


def _file(
    request: Request, write: Callable[..., Any], kind: str, name: str
) -> HttpResponse:
    """Exactly the people that the page shows with the same address, on all its pages."""
    today = request.now.date()
    found = queries.find_people(
        user=request.user,
        today=today,
        text=text_asked_for(request),
        team=team_asked_for(request),
        left="left" in request.GET,
    )
    rows = queries.export_of_people(user=request.user, found=found, today=today)
    content = BytesIO()
    write(content, rows)
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content.getvalue(), content_type=kind, headers=named)
