"""Numbers that show whether a goal is reached: add, change, take off, put back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Goal, KeyResult
from ..permissions import can_edit_goal
from ..rules import direction_of
from .closing import refuse_closed
from .rolling_up import roll_up, take_turns

LARGEST = 1e15


class KeyResultHasNoWay(RuleBroken):
    pass


class KeyResultIsRemoved(RuleBroken):
    pass


class NumberOutOfRange(RuleBroken):
    pass


@transaction.atomic
def add_key_result(
    *,
    goal: Goal,
    title: str,
    target: float,
    by: Any,
    at: datetime,
    start: float = 0,
    direction: str | None = None,
    **fields: Any,
) -> KeyResult:
    """Add a number to a goal; it counts from its first measurement on."""
    _begin(goal, by)
    refuse_odd_numbers(start, target)
    last = goal.key_results.aggregate(Max("position"))["position__max"]
    row = KeyResult.objects.create(
        goal=goal,
        title=title,
        start=start,
        target=target,
        direction=_direction(start, target, direction),
        position=0 if last is None else last + 1,
        created_at=at,
        updated_at=at,
        **fields,
    )
    roll_up([goal.pk], at=at)
    _tell("key_result.added", row, by, at)
    return row


@transaction.atomic
def edit_key_result(
    *,
    key_result: KeyResult,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> KeyResult:
    """Change a key result; a new start, target or weight moves the goal."""
    row = _locked(key_result, by)
    start, target = changes.get("start", row.start), changes.get("target", row.target)
    refuse_odd_numbers(start, target)
    wanted = {
        **changes,
        "direction": _direction(start, target, changes.get("direction")),
    }
    made = activity.revise(row, wanted, at=at, seen_version=seen_version)
    if made:
        roll_up([row.goal_id], at=at)
        _tell("key_result.changed", row, by, at, made)
    return row


@transaction.atomic
def remove_key_result(*, key_result: KeyResult, by: Any, at: datetime) -> None:
    """Take a key result off its goal; its measurements are kept."""
    row = _locked(key_result, by)
    if row.removed_at is not None:
        raise KeyResultIsRemoved(f"“{row}” is removed already.")
    made = activity.revise(row, {"removed_at": at}, at=at)
    roll_up([row.goal_id], at=at)
    _tell("key_result.removed", row, by, at, made)


@transaction.atomic
def restore_key_result(*, key_result: KeyResult, by: Any, at: datetime) -> None:
    row = _locked(key_result, by)
    made = activity.revise(row, {"removed_at": None}, at=at)
    if made:
        roll_up([row.goal_id], at=at)
        _tell("key_result.restored", row, by, at, made)


def refuse_odd_numbers(*numbers: float) -> None:
    """Refuse what no chart and no mean could hold: not a number, or beyond 10¹⁵."""
    if not all(abs(number) <= LARGEST for number in numbers):
        raise NumberOutOfRange("This number is too large to compute with.")


def _begin(goal: Goal, by: Any) -> None:
    if not can_edit_goal(by, goal):
        raise PermissionDenied
    take_turns()
    refuse_closed(goal)


def _locked(key_result: KeyResult, by: Any) -> KeyResult:
    _begin(key_result.goal, by)
    return KeyResult.objects.select_for_update().get(pk=key_result.pk)


def _direction(start: float, target: float, wanted: str | None) -> str:
    if start == target:
        raise KeyResultHasNoWay("Start and target are the same: nothing is to move.")
    found = direction_of(start, target)
    if wanted not in (None, found):
        raise KeyResultHasNoWay("The target lies the other way from the start.")
    return found


def _tell(
    verb: str,
    row: KeyResult,
    by: Any,
    at: datetime,
    changes: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=row.goal,
        at=at,
        audience=activity.everyone(),
        changes=changes,
        details={"key_result": row.pk, "key_result_title": row.title},
    )
