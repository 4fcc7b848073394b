"""Places of the people one leads, and the same as a file."""

from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.training import permissions, queries
from quarterdeck.domains.training.choices import State
from quarterdeck.formats import write_table_csv, write_table_xlsx
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..asked import team_asked_for, teams_offered

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def team(request: Request) -> HttpResponse:
    context = {
        "page": page_of(_found(request), page_number(request)),
        "states": State.choices,
        "state": request.GET.get("state", ""),
        "teams": teams_offered(request),
        "team": team_asked_for(request),
        "text": _text(request),
        "waiting": queries.waiting_for(request.user)[:20],
    }
    return render(request, "training/team.html", context)


@require_GET
def export_csv(request: Request) -> HttpResponse:
    return _file(request, write_table_csv, CSV, "training.csv")


@require_GET
def export_xlsx(request: Request) -> HttpResponse:
    return _file(request, write_table_xlsx, XLSX, "training.xlsx")


def _found(request: Request) -> Any:
    if not permissions.can_see_reports(request.user):
        raise PermissionDenied
    state = request.GET.get("state", "")
    return queries.enrolments_of_people_led(
        user=request.user,
        state=state if state in State.values else "",
        team=team_asked_for(request),
        text=_text(request),
    )


def _text(request: Request) -> str:
    return request.GET.get("q", "").replace("\x00", "").strip()[:100]


def _file(request: Request, write: Any, kind: str, name: str) -> HttpResponse:
    """Exactly the places that the page shows with the same address, on all its pages."""
    rows, content = queries.export_of_enrolments(_found(request)), BytesIO()
    write(content, queries.HEADER, rows)
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content.getvalue(), content_type=kind, headers=named)
