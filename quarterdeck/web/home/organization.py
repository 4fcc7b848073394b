"""What an admin looks after, as long as something is open there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.organization.queries import open_invitations_visible_to
from quarterdeck.domains.people.queries import left_with_access, teams_without_lead

from .links import page


@dataclass(frozen=True)
class Open:
    """One count that is not zero, and where it is settled."""

    text: str
    url: str


def look_after(user: Any, now: datetime) -> list[Open]:
    """Return what is open in the organization; nothing for whoever is no admin."""
    if not is_admin(user):
        return []
    today = now.date()
    people = page("people:teams")
    rows = [
        (
            teams_without_lead(user, today).count(),
            "team without a lead",
            "teams without a lead",
            people,
        ),
        (
            left_with_access(user, today).count(),
            "person who left still has an account",
            "people who left still have accounts",
            page("settings:people") or people,
        ),
        (
            open_invitations_visible_to(user, now).count(),
            "invitation is open",
            "invitations are open",
            page("settings:roles"),
        ),
    ]
    return [
        Open(f"{count} {one if count == 1 else many}", url)
        for count, one, many, url in rows
        if count
    ]
