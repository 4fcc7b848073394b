"""Set programmes side by side, and say how much each criterion counts."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.shared.errors import RuleBroken

from ..choices import MOST_WEIGHT, WEIGHT_AT_FIRST, Criterion
from ..models import Comparison, Programme
from ..permissions import can_compare
from ..queries import MOST_COMPARED
from .audiences import tell_everyone


class NothingHasWeight(RuleBroken):
    pass


class TooManyCompared(RuleBroken):
    pass


class ComparisonRemoved(RuleBroken):
    pass


@transaction.atomic
def add_comparison(
    *, title: str, programmes: Iterable[Programme], by: Any, at: datetime
) -> Comparison:
    """Begin with all criteria alike: what matters more is said by whoever compares."""
    _must_compare(by)
    chosen = _few(programmes)
    comparison = Comparison.objects.create(
        title=title.strip(),
        weights={one.value: WEIGHT_AT_FIRST for one in Criterion},
        created_at=at,
        updated_at=at,
    )
    comparison.programmes.set(chosen)
    tell_everyone("programme_comparison.added", comparison, by, at)
    return comparison


@transaction.atomic
def edit_comparison(
    *,
    comparison: Comparison,
    title: str,
    programmes: Iterable[Programme],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> Comparison:
    comparison, chosen = _locked(comparison, by), _few(programmes)
    before = sorted(comparison.programmes.values_list("pk", flat=True))
    after = sorted(one.pk for one in chosen)
    made = activity.revise(
        comparison, {"title": title.strip()}, at=at, seen_version=seen_version
    )
    if before != after:
        comparison.programmes.set(chosen)
        if not made:
            comparison.version += 1
            comparison.updated_at = at
            comparison.save(update_fields=["version", "updated_at"])
        told = (kind_of(comparison), comparison.pk, comparison.version)
        made.append(activity.FieldChange(*told, "programmes", before, after))
    if made:
        tell_everyone("programme_comparison.edited", comparison, by, at, made)
    return comparison


@transaction.atomic
def weigh_criteria(
    *, comparison: Comparison, weights: Mapping[str, int], by: Any, at: datetime
) -> Comparison:
    """Say how much each criterion counts, from 0 to 5; what is not named stays."""
    comparison = _locked(comparison, by)
    known = {one.value for one in Criterion}
    named = {
        name: max(0, min(int(weight), MOST_WEIGHT))
        for name, weight in weights.items()
        if name in known
    }
    wanted = {**comparison.weights, **named}
    if not any(wanted.values()):
        raise NothingHasWeight("At least one criterion has to count.")
    made = activity.revise(comparison, {"weights": wanted}, at=at)
    if made:
        tell_everyone("programme_comparison.weighed", comparison, by, at, made)
    return comparison


@transaction.atomic
def remove_comparison(*, comparison: Comparison, by: Any, at: datetime) -> None:
    comparison = _locked(comparison, by)
    made = activity.revise(comparison, {"removed_at": at}, at=at)
    tell_everyone("programme_comparison.removed", comparison, by, at, made)


@transaction.atomic
def restore_comparison(*, comparison: Comparison, by: Any, at: datetime) -> None:
    _must_compare(by)
    comparison = Comparison.objects.select_for_update().get(pk=comparison.pk)
    made = activity.revise(comparison, {"removed_at": None}, at=at)
    if made:
        tell_everyone("programme_comparison.restored", comparison, by, at, made)


def _must_compare(by: Any) -> None:
    if not can_compare(by):
        raise PermissionDenied


def _locked(comparison: Comparison, by: Any) -> Comparison:
    _must_compare(by)
    comparison = Comparison.objects.select_for_update().get(pk=comparison.pk)
    if comparison.removed_at is not None:
        raise ComparisonRemoved(f"“{comparison}” was removed. Put it back first.")
    return comparison


def _few(programmes: Iterable[Programme]) -> list[Programme]:
    chosen = list(programmes)
    if len(chosen) > MOST_COMPARED:
        raise TooManyCompared(
            f"At most {MOST_COMPARED} programmes are compared at once."
        )
    return chosen
