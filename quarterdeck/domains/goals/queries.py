"""Read goals: the organization's goals are for every member to see."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from quarterdeck.domains.people.permissions import is_member

from .models import Goal, GoalLink


def goals_visible_to(user: Any) -> QuerySet[Goal]:
    rows = Goal.objects.select_related("owner", "team", "closure")
    return rows.order_by("ends_on", "id") if is_member(user) else rows.none()


def open_goals_visible_to(user: Any) -> QuerySet[Goal]:
    return goals_visible_to(user).filter(closure__isnull=True)


def get_goal(*, user: Any, goal_id: int) -> Goal:
    """Return one goal with what its page shows; a stranger gets DoesNotExist."""
    links = GoalLink.objects.select_related("parent", "child")
    rows = goals_visible_to(user).prefetch_related(
        "key_results",
        Prefetch("parent_links", links),
        Prefetch("child_links", links),
    )
    return rows.get(pk=goal_id)
