"""Where the goals of one's teams stand against the time that is gone."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.permissions.standing import led_teams

from ..models import Goal
from ..rules import Pace, pace
from .visible import open_goals_visible_to

LOOKED_AT = 200
NEEDED = ("title", "progress", "starts_on", "ends_on", "created_at")


@dataclass(frozen=True)
class GoalAtPace:
    """A goal and its pace; `pace` is None where nothing is measured."""

    goal: Goal
    pace: Pace | None


def goals_at_pace(user: Any, today: date) -> list[GoalAtPace]:
    """Return the goals with an end that the user's led teams hold, soonest first."""
    led = led_teams(standing_of(user)).values("pk")
    rows = open_goals_visible_to(user).filter(team_id__in=led, ends_on__isnull=False)
    plain = rows.select_related(None).order_by("ends_on", "id").only(*NEEDED)
    return [GoalAtPace(goal, _pace(goal, today)) for goal in plain[:LOOKED_AT]]


def _pace(goal: Goal, today: date) -> Pace | None:
    if goal.progress is None or goal.ends_on is None:
        return None
    begun = goal.starts_on or goal.created_at.date()
    return pace(begun, goal.ends_on, today, goal.progress)
