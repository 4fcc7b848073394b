"""Lists as files for programs: the same rows as on the screen."""

from io import BytesIO
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router

from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people import queries
from quarterdeck.formats import write_people_csv, write_people_xlsx

from .authentication import may
from .people import Wanted
from .types import Request

of_people = Router(tags=["people"], auth=may("people"))
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITERS = {"csv": (write_people_csv, CSV), "xlsx": (write_people_xlsx, XLSX)}
FILE = {
    "responses": {
        200: {
            "description": "OK",
            "content": {
                CSV: {"schema": {"type": "string"}},
                XLSX: {"schema": {"type": "string", "format": "binary"}},
            },
        }
    }
}


class File(Wanted):
    format: Literal["csv", "xlsx"] = "csv"


@of_people.get("/export/", openapi_extra=FILE)
def export_people(request: Request, wanted: Annotated[File, Query()]) -> Any:
    """All people of the list as a CSV or XLSX file that an import reads again."""
    today = request.now.date()
    team = (
        get_team(user=request.user, team_id=wanted.team_id) if wanted.team_id else None
    )
    found = queries.find_people(
        user=request.user, today=today, text=wanted.text, team=team, left=wanted.left
    )
    rows = queries.export_of_people(user=request.user, found=found, today=today)
    write, kind = WRITERS[wanted.format]
    content = BytesIO()
    write(content, rows)
    name = f'attachment; filename="people.{wanted.format}"'
    return HttpResponse(
        content.getvalue(), content_type=kind, headers={"Content-Disposition": name}
    )
