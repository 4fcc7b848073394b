"""What an admin looks after, as long as something is open there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.queries import overview_of

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
    found = overview_of(user=user, now=now)
    people = page("people:teams")
    rows = [
        (found.without_lead, "team without a lead", "teams without a lead", people),
        (
            found.left_with_access,
            "person who left can still sign in",
            "people who left can still sign in",
            people,
        ),
        (
            found.invitations,
            "invitation is open",
            "invitations are open",
            page("settings:people") or page("settings:index"),
        ),
    ]
    return [
        Open(f"{count} {one if count == 1 else many}", url)
        for count, one, many, url in rows
        if count
    ]
