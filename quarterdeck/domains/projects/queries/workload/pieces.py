"""Each task's hours for each person, as the tables know them: where every load begins."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    Exists,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Cast, Coalesce

from quarterdeck.domains.people.queries import led_among

from ...models import Contributor, HoursByPerson, Task
from ..visible import in_visible_project


class Piece(NamedTuple):
    """One task's hours for one person."""

    person_id: int
    start: datetime | None
    end: datetime | None
    hours: float | None


COLUMNS = ("planned_start", "planned_end", "hours")


def pieces_of(user: Any, person_ids: Collection[int], which: Q) -> Iterator[Piece]:
    """Open tasks of these people: what they contribute to, or, where nobody
    contributes, what they are accountable for. Three queries."""
    person_ids = list(led_among(user, person_ids).values_list("pk", flat=True))
    # So the search begins with the people, who are few.
    seen = in_visible_project(user, "project_id")
    tasks = Task.objects.filter(which, seen, still_open=True, is_summary=False).exclude(
        status=Task.Status.BACKLOG, planned_start__isnull=True
    )
    own = _own_hours("contributors__person_id", alone=True)
    done_by = _with_hours(tasks.filter(contributors__person_id__in=person_ids), own)
    for row in done_by.values_list("contributors__person_id", *COLUMNS):
        yield Piece(*row)
    own = _own_hours("accountable_id", alone=False)
    nobody = (
        _with_hours(tasks, own)
        .filter(accountable_id__in=person_ids)
        .exclude(Exists(Contributor.objects.filter(task_id=OuterRef("pk"))))
    )
    for row in nobody.values_list("accountable_id", *COLUMNS):
        yield Piece(*row)


def in_days(first: date, before: date, zone: tzinfo = UTC) -> Q:
    """Planned for some of these days."""
    start, end = midnight(first, zone), midnight(before, zone)
    return Q(planned_start__lt=end, planned_end__gte=start)


def in_no_week(today: date, zone: tzinfo = UTC) -> Q:
    """Planned for no days, or for days that are over."""
    unplanned = Q(planned_start__isnull=True) | Q(planned_end__isnull=True)
    return unplanned | Q(planned_end__lt=midnight(today, zone))


def midnight(day: date, zone: tzinfo = UTC) -> datetime:
    """The beginning of a day where people work: Monday begins in Auckland on Sunday."""
    return datetime.combine(day, time.min, tzinfo=zone)


def _own_hours(person: str, *, alone: bool) -> Any:
    """What a task takes of somebody in particular, where that was said and they are the
    only one: of several the slowest is waited for, which the estimate stands for."""
    said = HoursByPerson.objects.filter(task_id=OuterRef("pk"))
    own = Subquery(said.filter(person_id=OuterRef(person)).values("hours"))
    found = Cast(own, FloatField())
    if not alone:
        return found
    others = Contributor.objects.filter(task_id=OuterRef("pk")).exclude(
        person_id=OuterRef(person)
    )
    return Case(When(~Exists(others), then=found), default=None)


def _with_hours(tasks: QuerySet[Task], own: Any) -> QuerySet[Task]:
    low, high = (Cast(F(f"estimate_{end}"), FloatField()) for end in ("low", "high"))
    left = Cast(F("remaining"), FloatField())
    rows: QuerySet[Task] = tasks.order_by().annotate(
        hours=Coalesce(left, own, (low + high) * 0.5)
    )
    return rows
