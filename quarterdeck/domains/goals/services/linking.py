"""Say which goal adds to which, and how much; a circle is refused with its path."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Goal, GoalLink
from ..permissions import can_link_goals, can_weigh_link
from .rolling_up import roll_up, take_turns


class GoalsInACircle(RuleBroken):
    pass


class GoalsNotLinked(RuleBroken):
    pass


class LinkUnchanged(RuleBroken):
    pass


@transaction.atomic
def link_goal(
    *, child: Goal, parent: Goal, by: Any, at: datetime, weight: Decimal = Decimal(1)
) -> GoalLink:
    """Let `child` add to `parent`, or change how much it counts there."""
    take_turns()
    old = GoalLink.objects.filter(child=child, parent=parent).first()
    before = old.weight if old else None
    _check(child, parent, by, weighs=weight != (before or 1))
    if weight == before:
        raise LinkUnchanged(f"“{child}” already adds to “{parent}” with this weight.")
    _refuse_circle(child, parent)
    link, _ = GoalLink.objects.update_or_create(
        child=child, parent=parent, defaults={"weight": weight}
    )
    roll_up([parent.pk], at=at)
    _tell("goal.weighed" if old else "goal.linked", child, parent, by, at, weight)
    return link


@transaction.atomic
def unlink_goal(*, child: Goal, parent: Goal, by: Any, at: datetime) -> None:
    """Let `child` no longer add to `parent`."""
    take_turns()
    _check(child, parent, by, weighs=False)
    deleted, _ = GoalLink.objects.filter(child=child, parent=parent).delete()
    if not deleted:
        raise GoalsNotLinked(f"“{child}” does not add to “{parent}”.")
    roll_up([parent.pk], at=at)
    _tell("goal.unlinked", child, parent, by, at, None)


def _check(child: Goal, parent: Goal, by: Any, *, weighs: bool) -> None:
    if not can_link_goals(by, child, parent):
        raise PermissionDenied
    if weighs and not can_weigh_link(by, parent):
        raise PermissionDenied


def _refuse_circle(child: Goal, parent: Goal) -> None:
    path = _way_up(parent.pk, child.pk)
    if path is None:
        return
    titles = Goal.objects.in_bulk(path)
    told = " → ".join(f"“{titles[goal_id]}”" for goal_id in [child.pk, *path])
    raise GoalsInACircle(f"These goals would add to each other in a circle: {told}.")


def _way_up(start: int, wanted: int) -> list[int] | None:
    """Return the shortest chain of links from `start` up to `wanted`, both included."""
    came_from: dict[int, int | None] = {start: None}
    front = [start]
    while front and wanted not in came_from:
        rows = GoalLink.objects.filter(child_id__in=front[:10_000])
        pairs = list(rows.values_list("child_id", "parent_id"))
        front = []
        for below, above in pairs:
            if above not in came_from:
                came_from[above] = below
                front.append(above)
    if wanted not in came_from:
        return None
    return list(reversed(list(_back(came_from, wanted))))


def _back(came_from: dict[int, int | None], at: int | None) -> Iterable[int]:
    while at is not None:
        yield at
        at = came_from[at]


def _tell(
    verb: str, child: Goal, parent: Goal, by: Any, at: datetime, weight: Decimal | None
) -> None:
    details: dict[str, Any] = {"parent": parent.pk, "parent_title": parent.title}
    if weight is not None:
        details["weight"] = activity.plain(weight)
    activity.record(
        by=by,
        verb=verb,
        subject=child,
        at=at,
        audience=activity.everyone(),
        details=details,
    )
