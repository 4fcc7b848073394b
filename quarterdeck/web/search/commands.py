"""Where the palette can go and what it can create."""

from dataclasses import dataclass
from typing import Any

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.web.shell.frame import address_of
from quarterdeck.web.shell.navigation import PLACES

CREATE = (
    ("Create a task", "square-plus", "projects:add_task"),
    ("Add a goal", "target", "goals:add"),
    ("Add a project", "folder-plus", "projects:add"),
)
ACCOUNT = (
    ("Your account", "user-round", "account:profile"),
    ("Appearance", "sun-moon", "account:appearance"),
    ("Sign-in and security", "key-round", "account:security"),
    ("API tokens", "braces", "account:tokens"),
)


@dataclass(frozen=True)
class Command:
    label: str
    note: str
    icon: str
    url: str


def commands_for(user: Any, text: str) -> list[Command]:
    """Return the commands whose words hold what was typed; all places for nothing."""
    wanted = text.casefold()
    named = [
        *((tab.label, place.label, place.icon, tab.url_name) for place, tab in _tabs()),
        *((label, "Create", icon, name) for label, icon, name in CREATE),
    ]
    if wanted:
        named += [(label, "Account", icon, name) for label, icon, name in ACCOUNT]
        if is_admin(user):
            named.append(("Settings", "", "settings", "settings:index"))
    rows = [
        Command(label, note, icon, address_of(name))
        for label, note, icon, name in named
    ]
    return [
        row
        for row in rows
        if row.url and wanted in f"{row.note} {row.label}".casefold()
    ][:12]


def _tabs() -> list[tuple[Any, Any]]:
    return [(place, tab) for place in PLACES for tab in place.tabs]
