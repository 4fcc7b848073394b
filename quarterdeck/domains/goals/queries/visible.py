"""Goals and their key results, as far as somebody may see them."""

from typing import Any

from django.db.models import F, Prefetch, QuerySet

from quarterdeck.domains.people.permissions import is_member

from ..models import Goal, KeyResult, Measurement

SHOWN_MEASUREMENTS = 40


def goals_visible_to(user: Any) -> QuerySet[Goal]:
    rows = Goal.objects.select_related("owner", "team", "closure")
    ordered = rows.order_by(F("ends_on").asc(nulls_last=True), "id")
    return ordered if is_member(user) else ordered.none()


def open_goals_visible_to(user: Any) -> QuerySet[Goal]:
    return goals_visible_to(user).filter(closure__isnull=True)


def closed_goals_visible_to(user: Any) -> QuerySet[Goal]:
    """Return what was closed, the newest first."""
    rows = goals_visible_to(user).filter(closure__isnull=False)
    return rows.order_by("-closure__closed_at", "-id")


def get_goal(*, user: Any, goal_id: int) -> Goal:
    """Return one goal; a stranger gets DoesNotExist."""
    return goals_visible_to(user).get(pk=goal_id)


def key_results_of(goal: Goal) -> list[KeyResult]:
    """Return the key results in force, each with its `newest` measurements."""
    newest = Measurement.objects.select_related("measured_by")
    newest = newest.order_by("-measured_at", "-id")[:SHOWN_MEASUREMENTS]
    rows = KeyResult.objects.filter(goal=goal, removed_at__isnull=True)
    return list(rows.prefetch_related(Prefetch("measurements", newest, "newest"))[:100])


def removed_key_results_of(goal: Goal) -> list[KeyResult]:
    rows = KeyResult.objects.filter(goal=goal, removed_at__isnull=False)
    return list(rows.order_by("-removed_at")[:20])


def get_key_result(*, user: Any, key_result_id: int) -> KeyResult:
    rows = KeyResult.objects.filter(goal__in=goals_visible_to(user).order_by())
    return rows.select_related("goal__closure", "goal__team").get(pk=key_result_id)


def measurements_of(key_result: KeyResult) -> QuerySet[Measurement]:
    """Return what was recorded, the newest first; the caller may see the goal."""
    return key_result.measurements.order_by("-measured_at", "-id")
