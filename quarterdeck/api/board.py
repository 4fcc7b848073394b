"""The board, and planned hours by person and week, for programs."""

from datetime import date, timedelta
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from quarterdeck.domains.organization.queries import get_organization, zone_of
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects import queries

from .authentication import may
from .moments import Day
from .types import RecordId, Request

board = Router(tags=["board"], auth=may("projects"))
workload = Router(tags=["workload"], auth=may("projects"))


class BoardQuery(Schema):
    team: RecordId | None = None
    project: RecordId | None = None
    person: RecordId | None = None


class CardOut(Schema):
    id: int
    title: str
    project_id: int
    accountable_id: int | None
    priority: int
    deadline: date | None
    blocked: str | None

    @staticmethod
    def resolve_blocked(task: Any) -> str | None:
        return task.block.reason if task.block else None


class ColumnOut(Schema):
    status: str
    label: str
    cards: list[CardOut]
    has_more: bool


class LoadQuery(Schema):
    person: Annotated[list[RecordId], Field(max_length=200)] = []
    start: Day | None = None
    weeks: Annotated[int, Field(ge=1, le=53)] = 6


class WeekOut(Schema):
    person_id: int
    monday: date
    hours: float
    tasks: int


class OutsideOut(Schema):
    person_id: int
    unestimated_in_weeks: int
    overdue_hours: float = 0
    overdue_tasks: int = 0
    unplanned_hours: float = 0
    unplanned_tasks: int = 0
    unestimated: int = 0


class LoadOut(Schema):
    """Only of oneself and of whom one leads; others are left out."""

    weeks: list[WeekOut]
    outside: list[OutsideOut]


@board.get("/", response=list[ColumnOut])
def get_board(request: Request, which: Query[BoardQuery]) -> Any:
    """Every status with its first 50 cards; `/tasks/` has the rest, page by page."""
    narrow = queries.Filter(
        team_ids=frozenset([which.team]) if which.team else None,
        project_id=which.project,
        person_id=which.person,
    )
    return queries.board(user=request.user, at=request.now, which=narrow)


@workload.get("/", response=LoadOut)
def get_workload(request: Request, which: Query[LoadQuery]) -> Any:
    """Hours of the people named, of oneself if nobody is."""
    zone = zone_of(get_organization())
    today = request.now.astimezone(zone).date()
    start = which.start or today
    monday = start - timedelta(days=start.weekday())
    people = which.person or [standing_of(request.user).person_id or 0]
    whose: dict[str, Any] = {"user": request.user, "person_ids": people, "zone": zone}
    hours, unestimated = queries.planned_hours_by_person_week(
        **whose, first_monday=monday, weeks=which.weeks, today=today
    )
    outside = queries.hours_outside_weeks(**whose, today=today)
    return {
        "weeks": [
            {
                "person_id": person_id,
                "monday": monday + timedelta(weeks=week),
                "hours": amount,
                "tasks": tasks,
            }
            for (person_id, week), (amount, tasks) in sorted(hours.items())
        ],
        "outside": [
            {
                "person_id": person_id,
                "unestimated_in_weeks": unestimated.get(person_id, 0),
                **vars(outside.get(person_id, queries.Outside())),
            }
            for person_id in sorted({*outside, *unestimated})
        ],
    }
