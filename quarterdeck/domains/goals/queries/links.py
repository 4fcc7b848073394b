"""What a goal adds to, and what adds to it."""

from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet

from ..models import Goal, GoalLink
from .visible import open_goals_visible_to

SHOWN_LINKS = 50


def parents_of(goal: Goal) -> list[GoalLink]:
    """Return what the goal adds to, the weightiest first: that one is its why."""
    rows = GoalLink.objects.filter(child=goal).order_by("-weight", "id")
    return list(rows.select_related("parent__closure", "parent__owner")[:SHOWN_LINKS])


def children_of(goal: Goal) -> list[GoalLink]:
    rows = GoalLink.objects.filter(parent=goal)
    rows = rows.order_by(F("child__ends_on").asc(nulls_last=True), "child_id")
    return list(rows.select_related("child__closure", "child__owner")[:SHOWN_LINKS])


def candidates_to_link(
    *, user: Any, goal: Goal, words: str, side: str
) -> QuerySet[Goal]:
    """Return open goals that could stand above (`parent`) or below (`child`) this."""
    linked = GoalLink.objects.filter(
        **{"child" if side == "parent" else "parent": goal}
    )
    rows = open_goals_visible_to(user).exclude(pk=goal.pk)
    rows = rows.exclude(pk__in=linked.values(f"{side}_id"))
    for word in words.split()[:5]:
        rows = rows.filter(title__icontains=word)
    return rows


def weight_of(child: Goal, parent: Goal) -> Decimal | None:
    """Return how much one goal counts in the other, if it does."""
    rows = GoalLink.objects.filter(child=child, parent=parent)
    return rows.values_list("weight", flat=True).first()
