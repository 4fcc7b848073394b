"""Who may change a goal."""

from typing import Any

from quarterdeck.domains.people.permissions import (
    is_admin,
    is_member,
    leads_team,
    standing_of,
)

from .models import Goal


def can_add_goal(user: Any) -> bool:
    return is_member(user)


def can_edit_goal(user: Any, goal: Goal) -> bool:
    """The owner, and whoever leads the goal's team or a team above it.

    A goal without a team belongs to the organization: the admins look after it.
    """
    if goal.owner_id is not None and goal.owner_id == standing_of(user).person_id:
        return True
    if goal.team_id is None:
        return is_admin(user)
    return leads_team(user, goal.team_id)


can_close_goal = can_edit_goal
