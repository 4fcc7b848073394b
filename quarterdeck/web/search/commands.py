"""Where the palette can go and what it can create."""

from dataclasses import dataclass
from typing import Any

from quarterdeck.domains.organization.permissions import is_admin, is_member
from quarterdeck.web.shell.frame import address_of
from quarterdeck.web.shell.navigation import PLACES

CREATE = (
    ("Create a task", "square-plus", "projects:add_task"),
    ("Talk about something in a 1:1", "messages-square", "one_on_ones:talk"),
    ("Add a goal", "target", "goals:add"),
    ("Add a project", "folder-plus", "projects:add_project"),
    ("Give feedback to…", "message-square-text", "feedback:give"),
    ("Ask for feedback…", "message-circle-question-mark", "feedback:ask"),
    ("Thank…", "hand-heart", "feedback:give_recognition"),
    ("Import a file", "file-up", "imports:start"),
    ("Propose a plan", "sparkles", "planning:plan"),
    ("Suppose something", "git-branch", "planning:draft"),
)
ACCOUNT = (
    ("Your account", "user-round", "account:profile"),
    ("Appearance", "sun-moon", "account:appearance"),
    ("Sign-in and security", "key-round", "account:security"),
    ("API tokens", "braces", "account:tokens"),
)

MOST = 12


@dataclass(frozen=True)
class Command:
    label: str
    note: str
    icon: str
    url: str


def commands_for(user: Any, text: str) -> list[Command]:
    """Return the commands whose words hold what was typed; the nearest for nothing."""
    wanted = text.casefold()
    member = is_member(user)
    rows = [
        *_places(every_tab=bool(wanted), member=member),
        *_made_of(CREATE, "Create"),
    ]
    if wanted:
        rows += _made_of(ACCOUNT, "Account")
    if is_admin(user):
        rows += _made_of((("Settings", "settings", "settings:index"),), "")
    found = [r for r in rows if r.url and wanted in f"{r.note} {r.label}".casefold()]
    return found[:MOST]


def _made_of(entries: tuple[tuple[str, str, str], ...], note: str) -> list[Command]:
    return [Command(text, note, icon, address_of(name)) for text, icon, name in entries]


def _places(*, every_tab: bool, member: bool) -> list[Command]:
    return [
        Command(tab.label, place.label, place.icon, address_of(tab.url_name))
        if every_tab
        else Command(place.label, "Go", place.icon, address_of(tab.url_name))
        for place in PLACES
        for tab in (place.tabs if every_tab else place.tabs[:1])
        if member or not tab.for_members
    ]
