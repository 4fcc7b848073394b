"""Person × week: planned hours against what each can do."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.people import queries
from quarterdeck.domains.people.rules import Load, load_of, weekly
from quarterdeck.domains.projects.queries import (
    hours_outside_weeks,
    planned_hours_by_person_week,
)
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..cards import initials_of, team_asked_for
from .team import around

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

WEEKS = 13


class Cell:
    """One week of one person, in the words and figures of its page."""

    __slots__ = ("figure", "kind", "query", "room", "words")

    def __init__(self, person_id: int, monday: date, load: Load, tasks: int) -> None:
        self.kind, self.room = load.kind, f"{load.capacity:.0f}"
        hours = f"{load.hours:.0f}" if load.hours else ""
        self.figure = f"{hours} {load.sign}".strip() or "·"
        self.query = f"?person={person_id}&week={monday.isoformat()}"
        counted = f"{tasks} task" if tasks == 1 else f"{tasks} tasks"
        self.words = f"{hours or 0} of {self.room} h, {counted}: {load.words}"


@dataclass(frozen=True)
class Row:
    person: "Person"
    cells: list[Cell]
    outside: Any  # overdue, unplanned and unestimated work, which no week shows

    @property
    def initials(self) -> str:
        return initials_of(self.person.name)

    @property
    def over(self) -> int:
        return sum(cell.kind == "over" for cell in self.cells)


@require_GET
def workload(request: Request) -> HttpResponse:
    """Only people the viewer leads, and the viewer: nobody else’s load is shown."""
    asked, today = team_asked_for(request), request.now.date()
    people = queries.find_people(user=request.user, today=today, team=asked)
    page = page_of(queries.led_by(request.user, people), page_number(request))
    monday = queries.monday_of(today)
    rows = _rows(request.user, page.items, monday, today)
    context = {
        "page": page,
        "rows": rows,
        "mondays": [monday + timedelta(weeks=week) for week in range(WEEKS)],
        "over": sum(row.over > 0 for row in rows),
        "unestimated": sum(row.outside.unestimated for row in rows if row.outside),
        **around(request, asked),
    }
    return render(request, "people/workload.html", context)


def _rows(user: Any, people: "list[Person]", monday: date, today: date) -> list[Row]:
    ids = [person.pk for person in people]
    planned, _ = planned_hours_by_person_week(
        user=user, person_ids=ids, first_monday=monday, weeks=WEEKS, today=today
    )
    outside = hours_outside_weeks(user=user, person_ids=ids, today=today)
    capacity = queries.capacity_of(people, monday, WEEKS * 7)
    mondays = [monday + timedelta(weeks=week) for week in range(WEEKS)]
    found = []
    for person in people:
        cells = []
        for week, hours_free in enumerate(weekly(capacity[person.pk])):
            hours, tasks = planned.get((person.pk, week), (0.0, 0))
            load = load_of(hours, hours_free, person.employment)
            cells.append(Cell(person.pk, mondays[week], load, tasks))
        found.append(Row(person, cells, outside.get(person.pk)))
    return found
