"""Write down what a key result stands at; the goal and all above it move with it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import KeyResult, Measurement
from ..permissions import can_measure_goal
from .closing import refuse_closed
from .key_results import KeyResultIsRemoved, refuse_odd_numbers
from .rolling_up import roll_up, take_turns


@transaction.atomic
def record_measurement(
    *,
    key_result: KeyResult,
    value: float,
    by: Any,
    at: datetime,
    note: str = "",
    measured_at: datetime | None = None,
) -> Measurement:
    """Record a value, now or for a moment past; the newest one is what counts."""
    goal = key_result.goal
    if not can_measure_goal(by, goal):
        raise PermissionDenied
    refuse_odd_numbers(value)
    take_turns()
    refuse_closed(goal)
    key_result = KeyResult.objects.select_for_update().get(pk=key_result.pk)
    if key_result.removed_at is not None:
        raise KeyResultIsRemoved(f"“{key_result}” was removed from this goal.")
    measurement = Measurement.objects.create(
        key_result=key_result,
        value=value,
        note=note,
        measured_at=min(measured_at or at, at),
        measured_by=by,
    )
    newest = key_result.measurements.order_by("-measured_at", "-id")[0]
    before, key_result.current = key_result.current, newest.value
    key_result.save(update_fields=["current"])
    roll_up([goal.pk], at=at)
    activity.record(
        by=by,
        verb="key_result.measured",
        subject=goal,
        at=at,
        audience=activity.everyone(),
        details={
            "key_result": key_result.pk,
            "key_result_title": key_result.title,
            "unit": key_result.unit,
            "value": value,
            "before": before,
            "note": note,
        },
    )
    return measurement
