"""What the form of a project offers, so that little of it has to be typed."""

from typing import Any

from quarterdeck.domains.goals.queries import open_goals_visible_to
from quarterdeck.domains.people.queries import home_team
from quarterdeck.web.shell.http import Request

OFFERED = 100  # titles that the field lists; any other is typed in full


def goals_offered(user: Any) -> Any:
    """Return the open goals that end first, with nothing but their titles."""
    goals = open_goals_visible_to(user).select_related(None)
    return goals.only("title")[:OFFERED]


def near_at_hand(request: Request) -> dict[str, Any]:
    """The user's own team, and the goal whose page asked for a project."""
    near: dict[str, Any] = {"team": home_team(request.user)}
    given = request.GET.get("goal", "")
    if given.isdecimal() and len(given) < 19:
        goal = open_goals_visible_to(request.user).filter(pk=int(given)).first()
        near["goal"] = goal.title if goal else ""
    return near
