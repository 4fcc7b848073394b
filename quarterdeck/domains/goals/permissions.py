"""Who may change a goal."""

from typing import Any

from quarterdeck.domains.people.permissions import (
    is_admin,
    is_member,
    leads_team,
    standing_of,
)
from quarterdeck.domains.strategy.permissions import leads_everybody

from .models import Goal


def can_add_goal(user: Any) -> bool:
    return is_member(user)


def can_edit_goal(user: Any, goal: Goal) -> bool:
    """The owner, and whoever leads the goal's team or a team above it.

    A goal without a team belongs to the organization: the admins look after it, and
    whoever leads everybody.
    """
    if goal.owner_id is not None and goal.owner_id == standing_of(user).person_id:
        return True
    if goal.team_id is None:
        return is_admin(user) or leads_everybody(user)
    return leads_team(user, goal.team_id)


def can_link_goals(user: Any, child: Goal, parent: Goal) -> bool:
    """Either side may say that one adds to the other; both pages show it."""
    return can_edit_goal(user, child) or can_edit_goal(user, parent)


def can_weigh_link(user: Any, parent: Goal) -> bool:
    """How much a goal counts is said by those who answer for what it adds up to."""
    return can_edit_goal(user, parent)


can_close_goal = can_edit_goal
can_measure_goal = can_edit_goal
