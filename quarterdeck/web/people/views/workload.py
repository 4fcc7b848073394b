"""Person × week: planned hours against what each can do."""

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.organization.queries import zone_of
from quarterdeck.domains.people import queries
from quarterdeck.domains.people.rules import load_of, weekly
from quarterdeck.domains.planning.queries import Mentoring, mentoring_of
from quarterdeck.domains.projects.queries import loads_of
from quarterdeck.shared.paging import count_up_to, page_of
from quarterdeck.web.shell.http import Request, page_number

from ..cards import team_asked_for
from ..heat import Cell, Row, row_of
from .team import around

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

WEEKS = 13


@require_GET
def workload(request: Request) -> HttpResponse:
    """Only people the viewer leads, and the viewer: nobody else’s load is shown."""
    asked, zone = team_asked_for(request), zone_of(request.organization)
    today = request.now.astimezone(zone).date()
    people = queries.find_people(user=request.user, today=today, team=asked)
    people = queries.led_by(request.user, people, inside=asked)
    page = page_of(people, page_number(request))
    monday = queries.monday_of(today)
    mentoring = mentoring_of(
        user=request.user,
        person_ids=[person.pk for person in page.items],
        first_monday=monday,
        weeks=WEEKS,
        today=today,
        zone=zone,
    )
    rows = _rows(request, page.items, monday, mentoring)
    context = {
        "page": page,
        "rows": rows,
        "mentoring": mentoring,
        "count": count_up_to(people),
        "mondays": [monday + timedelta(weeks=week) for week in range(WEEKS)],
        "over": sum(row.over > 0 for row in rows),
        "unestimated": sum(row.unestimated for row in rows),
        **around(request, asked),
    }
    return render(request, "people/workload.html", context)


def _rows(
    request: Request, people: "list[Person]", monday: date, mentoring: list[Mentoring]
) -> list[Row]:
    zone = zone_of(request.organization)
    given: dict[tuple[int, int], float] = defaultdict(float)
    for one in mentoring:
        given[one.mentor.pk, one.week] += one.hours
    loads = loads_of(
        user=request.user,
        people=people,
        first_monday=monday,
        weeks=WEEKS,
        today=request.now.astimezone(zone).date(),
        organization=request.organization,
    )
    mondays = [(monday + timedelta(weeks=week)).isoformat() for week in range(WEEKS)]
    found = []
    for person in people:
        cells = []
        for week, room in enumerate(weekly(loads.capacity[person.pk])):
            hours, tasks = loads.planned.get((person.pk, week), (0.0, 0))
            beside = given.get((person.pk, week), 0.0)
            load = load_of(hours + beside, room, person.employment)
            cells.append(Cell(mondays[week], load, tasks, beside))
        found.append(row_of(person, cells, loads.outside.get(person.pk)))
    return found
