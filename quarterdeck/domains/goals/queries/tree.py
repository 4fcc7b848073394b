"""The tree of open goals, level by level: no page ever reads all of it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from ..models import Goal, GoalLink
from .visible import goals_visible_to, open_goals_visible_to

BRANCH = 25  # children shown under one goal before “all of them”


def roots_visible_to(user: Any) -> QuerySet[Goal]:
    """Return open goals that add to no other open goal, with their branch counts."""
    above = GoalLink.objects.filter(child=OuterRef("pk"), parent__closure__isnull=True)
    return with_branches(open_goals_visible_to(user).filter(~Exists(above)))


def branches(*, user: Any, parent_ids: Collection[int]) -> dict[int, list[Goal]]:
    """Return the first open children of each of these goals, two queries in all."""
    if not parent_ids:
        return {}
    order = (F("child__ends_on").asc(nulls_last=True), F("child_id").asc())
    place = Window(RowNumber(), partition_by=[F("parent_id")], order_by=order)
    links = GoalLink.objects.filter(
        parent_id__in=parent_ids, child__closure__isnull=True
    )
    pairs = list(
        links.annotate(place=place)
        .filter(place__lte=BRANCH)
        .order_by("parent_id", "place")
        .values_list("parent_id", "child_id")
    )
    rows = goals_visible_to(user).filter(pk__in={child for _, child in pairs})
    found = {goal.pk: goal for goal in with_branches(rows)}
    result: dict[int, list[Goal]] = {}
    for parent_id, child_id in pairs:
        if child_id in found:
            result.setdefault(parent_id, []).append(found[child_id])
    return result


def open_children_of(*, user: Any, goal: Goal) -> QuerySet[Goal]:
    """Return all open goals that add to this one; the caller takes a page of them."""
    return with_branches(open_goals_visible_to(user).filter(parent_links__parent=goal))


def with_branches(rows: QuerySet[Goal]) -> QuerySet[Goal]:
    """Count for each goal the open goals below it, and those it adds to."""
    below = GoalLink.objects.filter(parent=OuterRef("pk"), child__closure__isnull=True)
    above = GoalLink.objects.filter(child=OuterRef("pk"), parent__closure__isnull=True)
    return rows.annotate(
        branch_count=_count(below, "parent"), parent_count=_count(above, "child")
    )


def _count(links: QuerySet[GoalLink], side: str) -> Coalesce:
    counted = links.order_by().values(side).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
