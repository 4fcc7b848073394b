"""Planned hours of people by week, and the hours that stand in no week."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce

from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import working_hours_of

from ..models import Contributor, Task
from ..rules.spreading import WorkingHours, spread
from .visible import in_visible_project

Cell = tuple[float, int]
AROUND = timedelta(days=366)


class Piece(NamedTuple):
    """One task's hours for one person, as the tables know them."""

    person_id: int
    start: datetime | None
    end: datetime | None
    hours: float | None


class Span(NamedTuple):
    """The same with the days over which its hours are spread."""

    person_id: int
    first: date
    last: date
    hours: float


def planned_hours_by_person_week(
    *,
    user: Any,
    person_ids: Collection[int],
    first_monday: date,
    weeks: int,
    today: date | None = None,
) -> tuple[dict[tuple[int, int], Cell], dict[int, int]]:
    """Return hours and tasks by (person, week), and unestimated tasks by person.

    What remains of an open task (else the middle of its estimate, which is for each
    person) is spread as the person's own working hours lie between its planned days;
    given `today`, over those still to come. A task that should be over by today stands
    in no week: `hours_outside_weeks` tells of it.
    """
    start = max(first_monday, today or first_monday)
    end = first_monday + timedelta(weeks=weeks)
    overlapping = Q(planned_start__lt=_midnight(end), planned_end__gte=_midnight(start))
    hours: dict[tuple[int, int], float] = defaultdict(float)
    tasks: dict[tuple[int, int], int] = defaultdict(int)
    unestimated: dict[int, int] = defaultdict(int)
    spans: list[Span] = []
    for piece in _pieces(user, person_ids, overlapping):
        if piece.hours is None or piece.start is None or piece.end is None:
            unestimated[piece.person_id] += 1
            continue
        first = max(piece.start.date(), today) if today else piece.start.date()
        last = max(first, piece.end.date())
        spans.append(Span(piece.person_id, first, last, piece.hours))
    working = _working_hours(spans, first_monday, end)
    for span in spans:
        share = spread(
            span.hours,
            span.first,
            span.last,
            first_monday=first_monday,
            weeks=weeks,
            working=working.get(span.person_id),
        )
        for week, amount in share.by_week.items():
            hours[span.person_id, week] += amount
            tasks[span.person_id, week] += 1
    return {key: (hours[key], tasks[key]) for key in hours}, dict(unestimated)


def _working_hours(
    spans: Collection[Span], first_monday: date, end: date
) -> dict[int, WorkingHours]:
    """Read when these people work, from the first to the last day of their tasks.

    Not further than AROUND the weeks looked at, for a task can be planned for decades.
    """
    if not spans:
        return {}
    first = max(min(span.first for span in spans), first_monday - AROUND)
    last = min(max(span.last for span in spans), end + AROUND)
    people = {span.person_id for span in spans}
    hours = working_hours_of(people, first, (last - first).days + 1)
    return {pk: WorkingHours(first, days) for pk, days in hours.items()}


@dataclass
class Outside:
    """Open work of one person that no week shows."""

    overdue_hours: float = 0
    overdue_tasks: int = 0
    unplanned_hours: float = 0
    unplanned_tasks: int = 0
    unestimated: int = 0


def hours_outside_weeks(
    *, user: Any, person_ids: Collection[int], today: date
) -> dict[int, Outside]:
    """Return the overdue and the unplanned hours of each person, apart."""
    unplanned = Q(planned_start__isnull=True) | Q(planned_end__isnull=True)
    outside = unplanned | Q(planned_end__lt=_midnight(today))
    found: dict[int, Outside] = defaultdict(Outside)
    for piece in _pieces(user, person_ids, outside):
        row = found[piece.person_id]
        if piece.hours is None:
            row.unestimated += 1
        if piece.start is None or piece.end is None:
            row.unplanned_tasks += 1
            row.unplanned_hours += piece.hours or 0
        else:
            row.overdue_tasks += 1
            row.overdue_hours += piece.hours or 0
    return dict(found)


def _pieces(user: Any, person_ids: Collection[int], which: Q) -> Iterable[Piece]:
    """Open tasks of these people: what they contribute to, or, where nobody
    contributes, what they are accountable for."""
    person_ids = _whose_load_is_seen(user, person_ids)
    # So the search begins with the people, who are few.
    seen = in_visible_project(user, "project_id")
    tasks = _with_hours(
        Task.objects.filter(which, seen, still_open=True, is_summary=False).exclude(
            status=Task.Status.BACKLOG, planned_start__isnull=True
        )
    )
    columns = ("planned_start", "planned_end", "hours")
    done_by = tasks.filter(contributors__person_id__in=person_ids)
    for row in done_by.values_list("contributors__person_id", *columns):
        yield Piece(*row)
    nobody = tasks.filter(accountable_id__in=person_ids).exclude(
        Exists(Contributor.objects.filter(task_id=OuterRef("pk")))
    )
    for row in nobody.values_list("accountable_id", *columns):
        yield Piece(*row)


def _whose_load_is_seen(user: Any, person_ids: Collection[int]) -> list[int]:
    """A load is seen by the person and their leaders; `can_see_load_of`, for many."""
    standing = standing_of(user)
    if standing.person_id is None:
        return []
    seen = Q(pk=standing.person_id) | Q(manager_id=standing.person_id)
    seen |= Q(
        pk__in=Membership.objects.filter(team_id__in=standing.led_team_ids).values(
            "person_id"
        )
    )
    people = Person.objects.filter(seen, pk__in=person_ids)
    return list(people.values_list("pk", flat=True))


def _with_hours(tasks: QuerySet[Task]) -> QuerySet[Task]:
    low, high = (Cast(F(f"estimate_{end}"), FloatField()) for end in ("low", "high"))
    left = Cast(F("remaining"), FloatField())
    rows: QuerySet[Task] = tasks.order_by().annotate(
        hours=Coalesce(left, (low + high) * 0.5)
    )
    return rows


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
