"""The whole load of a page of people, from one reading of their work and their hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.organization.queries import zone_of
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import capacity_of, week_of

from ...rules.spreading import WorkingHours
from .outside import Outside, outside_of
from .pieces import in_days, in_no_week, midnight, pieces_of
from .weeks import Cell, days_around, spans_of, spread_over


@dataclass(frozen=True)
class Loads:
    """What people are to do, and what they can."""

    planned: dict[tuple[int, int], Cell]  # hours and tasks by (person, week)
    outside: dict[int, Outside]
    capacity: dict[int, list[float]]  # hours of each day from the first Monday on


def loads_of(
    *,
    user: Any,
    people: Sequence[Person],
    first_monday: date,
    weeks: int,
    today: date,
    organization: Organization | None,
) -> Loads:
    """Return what `planned_hours_by_person_week` and `hours_outside_weeks` do, with the
    capacity beside it: six queries in all."""
    zone = zone_of(organization)
    end = first_monday + timedelta(weeks=weeks)
    which = in_days(today, end, zone) | in_no_week(today, zone)
    pieces = list(pieces_of(user, [person.pk for person in people], which))
    over = midnight(today, zone)
    ahead = [p for p in pieces if p.start and p.end is not None and p.end >= over]
    spans, _ = spans_of(ahead, today, zone)
    # One span of days that holds both the weeks and the days of the tasks.
    first, days = first_monday, weeks * 7
    if spans:
        begins, length = days_around(spans, first_monday, end)
        ends = max(begins + timedelta(days=length), end)
        first = min(begins, first_monday)
        days = (ends - first).days
    hours = capacity_of(people, first, days, week_of(organization))
    working = {pk: WorkingHours(first, some) for pk, some in hours.items()}
    shown = slice((first_monday - first).days, (end - first).days)
    return Loads(
        planned=spread_over(spans, working, first_monday, weeks),
        outside=outside_of(pieces, today, zone),
        capacity={pk: some[shown] for pk, some in hours.items()},
    )
