"""Word the values, put them in order, retire one and bring it back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Max

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Value
from ..permissions import can_edit_values


class ValueNameTaken(RuleBroken):
    pass


class ValueRetired(RuleBroken):
    pass


class ValueNotRetired(RuleBroken):
    pass


@transaction.atomic
def add_value(*, name: str, meaning: str, by: Any, at: datetime) -> Value:
    _check(by)
    last = Value.objects.aggregate(Max("position"))["position__max"]
    value = Value(
        name=name,
        meaning=meaning,
        position=0 if last is None else last + 1,
        created_at=at,
        updated_at=at,
    )
    _refuse_taken_name(value)
    try:
        with transaction.atomic():
            value.save(force_insert=True)
    except IntegrityError:
        raise ValueNameTaken(f"There already is a value “{name}”.") from None
    _tell("value.added", value, by, at)
    return value


@transaction.atomic
def edit_value(
    *,
    value: Value,
    name: str,
    meaning: str,
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> Value:
    _check(by)
    value = Value.objects.select_for_update().get(pk=value.pk)
    _refuse_taken_name(Value(pk=value.pk, name=name))
    made = activity.revise(
        value, {"name": name, "meaning": meaning}, at=at, seen_version=seen_version
    )
    if made:
        _tell("value.changed", value, by, at, made)
    return value


@transaction.atomic
def move_value(*, value: Value, places: int, by: Any, at: datetime) -> None:
    """Move a value up (negative) or down the list, as far as the list goes."""
    _check(by)
    rows = list(Value.objects.select_for_update().filter(retired_at__isnull=True))
    if value.pk not in [row.pk for row in rows]:
        raise ValueRetired(f"“{value}” is retired.")
    here = next(i for i, row in enumerate(rows) if row.pk == value.pk)
    there = max(0, min(len(rows) - 1, here + places))
    if here == there:
        return
    rows.insert(there, rows.pop(here))
    made = []
    for position, row in enumerate(rows):
        made += activity.revise(row, {"position": position}, at=at)
    _tell("value.moved", value, by, at, made)


@transaction.atomic
def retire_value(*, value: Value, by: Any, at: datetime) -> None:
    _check(by)
    value = Value.objects.select_for_update().get(pk=value.pk)
    if value.retired_at is not None:
        raise ValueRetired(f"“{value}” is retired already.")
    made = activity.revise(value, {"retired_at": at}, at=at)
    _tell("value.retired", value, by, at, made)


@transaction.atomic
def restore_value(*, value: Value, by: Any, at: datetime) -> None:
    _check(by)
    value = Value.objects.select_for_update().get(pk=value.pk)
    if value.retired_at is None:
        raise ValueNotRetired(f"“{value}” is not retired.")
    made = activity.revise(value, {"retired_at": None}, at=at)
    _tell("value.restored", value, by, at, made)


def _check(by: Any) -> None:
    if not can_edit_values(by):
        raise PermissionDenied


def _refuse_taken_name(value: Value) -> None:
    others = Value.objects.filter(name__iexact=value.name).exclude(pk=value.pk)
    other = others.first()
    if other is not None:
        told = "a retired value" if other.retired_at else "a value"
        raise ValueNameTaken(f"There already is {told} “{other.name}”.")


def _tell(
    verb: str,
    value: Value,
    by: Any,
    at: datetime,
    changes: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=value,
        at=at,
        audience=activity.everyone(),
        changes=changes,
    )
