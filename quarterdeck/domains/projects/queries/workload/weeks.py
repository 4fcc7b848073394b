"""Spread the hours of people over the weeks in which they work."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, timedelta, tzinfo
from typing import Any, NamedTuple

from quarterdeck.domains.people.queries import working_hours_of

from ...rules.spreading import WorkingHours, spread
from .pieces import Piece, in_days, pieces_of

Cell = tuple[float, int]  # hours and tasks
AROUND = timedelta(days=366)


class Span(NamedTuple):
    """One task's hours for one person with the days over which they are spread."""

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
    zone: tzinfo = UTC,
) -> tuple[dict[tuple[int, int], Cell], dict[int, int]]:
    """Return hours and tasks by (person, week), and unestimated tasks by person.

    What remains of an open task (else the middle of its estimate, which is for each
    person) is spread as the person's own working hours lie between its planned days;
    given `today`, over those still to come. A task that should be over by today stands
    in no week: `hours_outside_weeks` tells of it. Days are those of the zone in which
    the people work.
    """
    start = max(first_monday, today or first_monday)
    end = first_monday + timedelta(weeks=weeks)
    pieces = pieces_of(user, person_ids, in_days(start, end, zone))
    spans, unestimated = spans_of(pieces, today, zone)
    working = _working_hours(spans, first_monday, end)
    return spread_over(spans, working, first_monday, weeks), unestimated


def spans_of(
    pieces: Iterable[Piece], today: date | None, zone: tzinfo
) -> tuple[list[Span], dict[int, int]]:
    """Return the pieces that have days and hours, and count those without hours."""
    spans: list[Span] = []
    unestimated: dict[int, int] = defaultdict(int)
    for piece in pieces:
        if piece.hours is None or piece.start is None or piece.end is None:
            unestimated[piece.person_id] += 1
            continue
        first = piece.start.astimezone(zone).date()
        first = max(first, today) if today else first
        last = max(first, piece.end.astimezone(zone).date())
        spans.append(Span(piece.person_id, first, last, piece.hours))
    return spans, dict(unestimated)


def spread_over(
    spans: Iterable[Span],
    working: Mapping[int, WorkingHours],
    first_monday: date,
    weeks: int,
) -> dict[tuple[int, int], Cell]:
    hours: dict[tuple[int, int], float] = defaultdict(float)
    tasks: dict[tuple[int, int], int] = defaultdict(int)
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
    return {key: (hours[key], tasks[key]) for key in hours}


def days_around(
    spans: Collection[Span], first_monday: date, end: date
) -> tuple[date, int]:
    """From the first to the last day of the tasks, and how many days that is.

    Not further than AROUND the weeks looked at, for a task can be planned for decades.
    """
    first = max(min(span.first for span in spans), first_monday - AROUND)
    last = min(max(span.last for span in spans), end + AROUND)
    return first, (last - first).days + 1


def _working_hours(
    spans: Collection[Span], first_monday: date, end: date
) -> dict[int, WorkingHours]:
    """Read when these people work."""
    if not spans:
        return {}
    first, days = days_around(spans, first_monday, end)
    hours = working_hours_of({span.person_id for span in spans}, first, days)
    return {pk: WorkingHours(first, days) for pk, days in hours.items()}
