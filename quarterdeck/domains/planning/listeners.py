"""What planning does when it hears of an act in a room below."""

from typing import Any

from quarterdeck.domains.activity.models import Activity

from .services.accepting import reopen_accepted


def hear(sender: Any, activity: Activity, **_: Any) -> None:
    """An acceptance that was undone leaves its changes to be decided again."""
    if activity.verb != "act.undone":
        return
    details = activity.content.details
    if details.get("verb") == "plan.accepted":
        reopen_accepted(act_id=details["undoes"])
