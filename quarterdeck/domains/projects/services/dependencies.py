"""Say what a task waits for. A circle is refused with its path named."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.organization.models import Organization
from quarterdeck.shared.errors import RuleBroken

from ..models import Dependency, Task
from ..permissions import can_edit_task
from ..queries.dependencies import path_from
from ..queries.visible import tasks_visible_to
from .linked import tell_of_linked, value_of

NAMED = 12  # tasks of a circle that are named; a longer one is cut in its middle
LONGEST_LAG = Decimal(24 * 366 * 5)


class DependencyMakesCircle(RuleBroken):
    pass


class DependencyAlreadyThere(RuleBroken):
    pass


class LagTooLong(RuleBroken):
    pass


@transaction.atomic
def add_dependency(
    *,
    before: Task,
    after: Task,
    by: Any,
    at: datetime,
    kind: str = Dependency.Kind.FS,
    lag_hours: Decimal = Decimal(0),
) -> Dependency:
    """Let `after` wait for `before`; both seen, and the later one editable, by `by`."""
    if not can_edit_task(by, after):
        raise PermissionDenied
    _check_lag(lag_hours)
    if not tasks_visible_to(by).filter(pk=before.pk).exists():
        raise PermissionDenied
    link = put_link(before, after, kind, lag_hours, by)
    tell_of_linked(
        "dependency.added", link, by=by, at=at, before=None, after=value_of(link)
    )
    return link


def put_link(
    before: Task, after: Task, kind: str, lag_hours: Decimal, by: Any
) -> Dependency:
    """Write the link if it closes no circle; the caller may change the later task."""
    # Two links added at once could close a circle that neither sees: one at a time.
    Organization.objects.select_for_update().filter(pk=1).first()
    _refuse_circle(before, after, by)
    try:
        with transaction.atomic():
            return Dependency.objects.create(
                before=before, after=after, kind=kind, lag_hours=lag_hours
            )
    except IntegrityError:
        raise DependencyAlreadyThere(
            f"“{after}” already waits for “{before}”."
        ) from None


@transaction.atomic
def change_dependency(
    *, dependency: Dependency, kind: str, lag_hours: Decimal, by: Any, at: datetime
) -> Dependency:
    if not can_edit_task(by, dependency.after):
        raise PermissionDenied
    _check_lag(lag_hours)
    was = value_of(dependency)
    dependency.kind, dependency.lag_hours = kind, lag_hours
    dependency.save(update_fields=["kind", "lag_hours"])
    now = value_of(dependency)
    tell_of_linked(
        "dependency.changed", dependency, by=by, at=at, before=was, after=now
    )
    return dependency


@transaction.atomic
def remove_dependency(*, dependency: Dependency, by: Any, at: datetime) -> Activity:
    if not can_edit_task(by, dependency.after):
        raise PermissionDenied
    was = value_of(dependency)
    Dependency.objects.filter(pk=dependency.pk).delete()
    return tell_of_linked(
        "dependency.removed", dependency, by=by, at=at, before=was, after=None
    )


def _check_lag(lag_hours: Decimal) -> None:
    if not lag_hours.is_finite() or abs(lag_hours) > LONGEST_LAG:
        raise LagTooLong("A lag is at most five years.")


def _refuse_circle(before: Task, after: Task, by: Any) -> None:
    path = path_from(after.pk, before.pk)
    if path is None:
        return
    names = _names([*path[:NAMED], before.pk], by)
    shown = [names[pk] for pk in [before.pk, *path[:NAMED]]]
    if len(path) > NAMED:
        shown += ["…", names[before.pk]]
    raise DependencyMakesCircle(
        f"That would be a circle: {' → '.join(shown)}. Remove one of these links first."
    )


def _names(ids: list[int], by: Any) -> dict[int, str]:
    """Titles of the tasks the person may see; the others are not named."""
    seen = dict(tasks_visible_to(by).filter(pk__in=ids).values_list("pk", "title"))
    return {pk: seen.get(pk, "a task you may not see") for pk in ids}
