"""What every page shows around its content."""

from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from quarterdeck.domains.demo.queries import get_demo
from quarterdeck.domains.organization.permissions import is_admin, is_member, role_of
from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.people.permissions import standing_of

from .navigation import PLACES

THEMES = (
    ("", "System", "monitor"),
    ("light", "Light", "sun"),
    ("dark", "Dark", "moon"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Add the places, the place and tab of this page, and the organization's name."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or role_of(user) is None:
        return {"places": (), "theme": getattr(user, "theme", "")}
    match = request.resolver_match
    here = match.view_name if match else ""
    return {
        "organization": getattr(request, "organization", None) or get_organization(),
        "team_name": team_name_of(user),
        "places": places(here, is_member(user)),
        "theme": user.theme,
        "themes": THEMES,
        "single_keys": user.single_keys,
        "create_url": address_of("projects:add_task"),
        "settings_url": address_of("settings:index") if is_admin(user) else "",
        "is_admin": is_admin(user),
        "demo": SimpleLazyObject(get_demo),
    }


@lru_cache(maxsize=500)
def places(here: str, member: bool) -> list[dict[str, Any]]:
    """The places of the menu; `here` is the name of the view that is shown.

    They are the same for all members, so each page works them out once.
    """
    return [
        {
            "place": place,
            "url": reverse(place.url_name),
            "current": _belongs(here, place),
            "tabs": [
                {
                    "label": tab.label,
                    "url": reverse(tab.url_name),
                    "current": tab is _tab_of(here, place),
                }
                for tab in place.tabs
                if member or not tab.for_members
            ],
        }
        for place in PLACES
    ]


def team_name_of(user: Any) -> str:
    """The team somebody leads or is in; of several, the one highest in the tree."""
    if not is_member(user):
        return ""
    below = (row for row in sorted(standing_of(user).team_names) if not _is_top(row[0]))
    return next((name for _, name in below), "")


def _is_top(path: str) -> bool:
    return path.count("/") == 2


@lru_cache
def address_of(url_name: str) -> str:
    """The address of a page, or nothing where this instance has no such page."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


# The page of one record in each kind of search result.
RECORDS = {
    "People": "people:show",
    "Goals": "goals:show",
    "Projects": "projects:project",
    "Tasks": "projects:task",
}


def address_of_record(kind: str, record_id: int) -> str:
    try:
        return reverse(RECORDS[kind], args=[record_id])
    except NoReverseMatch:
        return ""


def _belongs(view_name: str, place: Any) -> bool:
    rooms = {tab.url_name.partition(":")[0] for tab in place.tabs} | {*place.rooms}
    rooms |= {room for tab in place.tabs for room in tab.rooms}
    return view_name.partition(":")[0] in rooms


def _tab_of(view_name: str, place: Any) -> Any:
    """The tab of this page; a page below a tab is in its room, if that has one tab."""
    room = view_name.partition(":")[0]
    near = [
        tab
        for tab in place.tabs
        if room == tab.url_name.partition(":")[0] or room in tab.rooms
    ]
    exact = [tab for tab in near if tab.url_name == view_name]
    return next(iter(exact or (near if len(near) == 1 else [])), None)
