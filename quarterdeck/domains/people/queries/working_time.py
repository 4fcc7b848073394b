"""When people work: patterns, holidays, time off, and the hours that follow."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.organization.queries import get_organization

from ..models import Person, PublicHoliday, TimeOff, WorkingPattern
from ..permissions import can_see_reasons_of, is_member
from ..rules import WorkingTime, hours_by_day
from ..rules.capacity import Week

AT_ONCE = 5_000  # ids in one statement, below what any database takes
Rows = dict[int, list[Any]]


def working_hours_of(
    person_ids: Iterable[int], first_day: date, days: int
) -> dict[int, list[float]]:
    """Return for each person the hours of each day, after everything."""
    ids = list(person_ids)
    hours: dict[int, list[float]] = {}
    for start in range(0, len(ids), AT_ONCE):
        people = Person.objects.filter(pk__in=ids[start : start + AT_ONCE])
        hours |= capacity_of(list(people), first_day, days)
    return hours


def capacity_of(
    people: Iterable[Person], first_day: date, days: int, usual: Week | None = None
) -> dict[int, list[float]]:
    """Return the same for people already read; four queries for any number of them.

    One less where the organization's usual week is known.
    """
    times = working_times_of(people, first_day, days, usual)
    return {
        person_id: hours_by_day(time, first_day, days)
        for person_id, time in times.items()
    }


def working_times_of(
    people: Iterable[Person], first_day: date, days: int, usual: Week | None = None
) -> dict[int, WorkingTime]:
    """Return what decides each person's hours between these days."""
    people = list(people)
    ids = [person.pk for person in people]
    last_day = date.fromordinal(min(first_day.toordinal() + days, date.max.toordinal()))
    usual = usual or usual_week()
    patterns, away = _patterns(ids, last_day), _away(ids, first_day, last_day)
    holidays = _holidays(first_day, last_day)
    return {
        person.pk: WorkingTime(
            usual=usual,
            patterns=tuple(patterns[person.pk]),
            holidays=holidays[""] | holidays[person.location],
            away=tuple(away[person.pk]),
            starts_on=person.starts_on,
            ends_on=person.ends_on,
            factor=float(person.capacity_factor),
        )
        for person in people
    }


def usual_week() -> Week:
    """The hours of somebody without a pattern: the organization's day, Monday to Friday."""
    return week_of(get_organization())


def week_of(organization: Organization | None) -> Week:
    hours = float(organization.hours_per_day) if organization else 8.0
    return (hours,) * 5 + (0.0, 0.0)


def patterns_of(person: Person) -> list[WorkingPattern]:
    return list(person.working_patterns.order_by("starts_on"))


def get_pattern(*, person: Person, pattern_id: int) -> WorkingPattern:
    return person.working_patterns.get(pk=pattern_id)


def time_off_of(*, user: Any, person: Person, since: date) -> list[TimeOff]:
    """Return days away from `since` on; the reason only where it may be read."""
    rows = list(person.time_off.filter(ends_on__gte=since).order_by("starts_on")[:50])
    if not can_see_reasons_of(user, person):
        for row in rows:
            row.reason = ""
    return rows


def get_time_off(*, person: Person, time_off_id: int) -> TimeOff:
    return person.time_off.get(pk=time_off_id)


def holidays_visible_to(user: Any, year: int | None = None) -> QuerySet[PublicHoliday]:
    rows = PublicHoliday.objects.order_by("on", "location")
    if year is not None:
        rows = rows.filter(on__gte=date(year, 1, 1), on__lte=date(year, 12, 31))
    return rows if is_member(user) else rows.none()


def get_holiday(*, user: Any, holiday_id: int) -> PublicHoliday:
    return holidays_visible_to(user).get(pk=holiday_id)


def _patterns(ids: list[int], last_day: date) -> Rows:
    found: Rows = defaultdict(list)
    rows = WorkingPattern.objects.filter(person_id__in=ids, starts_on__lte=last_day)
    for row in rows.order_by("starts_on"):
        week = tuple(row.hours_by_weekday)
        found[row.person_id].append((row.starts_on, week))
    return found


def _away(ids: list[int], first_day: date, last_day: date) -> Rows:
    found: Rows = defaultdict(list)
    rows = TimeOff.objects.filter(
        person_id__in=ids, starts_on__lte=last_day, ends_on__gte=first_day
    )
    for row in rows.values_list("person_id", "starts_on", "ends_on"):
        found[row[0]].append((row[1], row[2]))
    return found


def _holidays(first_day: date, last_day: date) -> dict[str, frozenset[date]]:
    days: dict[str, set[date]] = defaultdict(set)
    rows = PublicHoliday.objects.filter(on__gte=first_day, on__lte=last_day)
    for on, location in rows.values_list("on", "location"):
        days[location].add(on)
    frozen = {location: frozenset(one) for location, one in days.items()}
    return defaultdict(frozenset, frozen)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
