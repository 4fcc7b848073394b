"""Tell goals how much of the work below them is done; `goals` turns it into progress."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Case, Count, DecimalField, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Greatest

from quarterdeck.domains.activity.services import FieldChange
from quarterdeck.domains.goals import services as goals

from ..models import Project, Task

COUNTED = {
    "status",
    "estimate_low",
    "estimate_high",
    "remaining",
    "goal_id",
    "project_id",
}
HOURS: DecimalField[Decimal, Decimal] = DecimalField(max_digits=14, decimal_places=2)
MIDDLE = (F("estimate_low") + F("estimate_high")) / Value(Decimal(2))


def goals_touched(task: Task, changes: Iterable[FieldChange]) -> set[int]:
    """Return the goals whose hours these changes of one task move, before and after."""
    return goals_touched_by_all([(task, changes)])


def goals_touched_by_all(
    rows: Iterable[tuple[Task, Iterable[FieldChange]]],
) -> set[int]:
    """The same for many tasks; the projects of them all are asked at once."""
    found: set[int | None] = set()
    projects: set[int | None] = set()
    for task, changes in rows:
        if moved := {c.field: c for c in changes if c.field in COUNTED}:
            found |= {task.goal_id, *_both(moved.get("goal_id"))}
            projects |= {task.project_id, *_both(moved.get("project_id"))}
    if projects:
        through = Project.objects.filter(pk__in=[p for p in projects if p])
        found |= set(through.values_list("goal_id", flat=True))
    return {goal_id for goal_id in found if goal_id is not None}


def goals_of(task_ids: Iterable[int]) -> set[int]:
    """Return the goals that the hours of these tasks count for."""
    ids, found = sorted(task_ids), set()
    for first in range(0, len(ids), 1_000):
        batch = ids[first : first + 1_000]
        rows = Task.objects.filter(pk__in=batch).annotate(
            counted_for=Coalesce("goal_id", "project__goal_id")
        )
        found |= set(rows.values_list("counted_for", flat=True))
    return {goal_id for goal_id in found if goal_id is not None}


def tell_goals(goal_ids: Iterable[int], *, at: datetime) -> None:
    """Count the hours below each goal again, in a fixed order so that no lock crosses."""
    for goal_id in sorted(goal_ids):
        sums = _work_of(goal_id).aggregate(
            total=_sum(Q(estimate_low__isnull=False), MIDDLE),
            done=_sum(Q(status=Task.Status.DONE), MIDDLE),
            begun=_sum(
                Q(still_open=True, remaining__isnull=False),
                Greatest(
                    MIDDLE - F("remaining"), Value(Decimal(0)), output_field=HOURS
                ),
            ),
            unestimated=Count("pk", filter=Q(estimate_low__isnull=True)),
        )
        goals.record_progress(
            goal_id=goal_id,
            done_hours=float(sums["done"] + sums["begun"]),
            total_hours=float(sums["total"]),
            unestimated=sums["unestimated"],
            at=at,
        )


def _work_of(goal_id: int) -> QuerySet[Task]:
    """Return what counts for a goal: its own tasks and those of its projects."""
    through = Project.objects.filter(goal_id=goal_id).values("pk")
    below = Q(goal_id=goal_id) | Q(goal_id=None, project_id__in=through)
    rows = Task.objects.filter(below, is_summary=False)
    return rows.exclude(status=Task.Status.CANCELLED)


def _sum(which: Q, hours: object) -> Coalesce:
    chosen = Case(When(which, then=hours), output_field=HOURS)
    return Coalesce(Sum(chosen), Value(Decimal(0)), output_field=HOURS)


def _both(change: FieldChange | None) -> list[int | None]:
    return [change.before, change.after] if change else []
