"""Goals that hang in the air: nothing is done for them, or nothing shows how far."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ..models import Goal, GoalLink
from .visible import open_goals_visible_to


def goals_without_measure(user: Any) -> QuerySet[Goal]:
    """Return open goals whose progress nobody can tell."""
    return open_goals_visible_to(user).filter(progress__isnull=True)


def goals_without_told_work(user: Any) -> QuerySet[Goal]:
    """Return open goals with no open goal below and no task that projects told of."""
    below = GoalLink.objects.filter(parent=OuterRef("pk"), child__closure__isnull=True)
    rows = open_goals_visible_to(user).filter(
        work_total_hours=0, work_done_hours=0, work_unestimated=0
    )
    return rows.filter(~Exists(below))
