"""What every page shows around its content."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from quarterdeck.domains.organization.permissions import is_admin, role_of
from quarterdeck.domains.organization.queries import get_organization

from .navigation import PLACES


def frame(request: HttpRequest) -> dict[str, Any]:
    """Add the places, the place and tab of this page, and the organization's name."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or role_of(user) is None:
        return {"places": (), "theme": ""}
    match = request.resolver_match
    here = match.view_name if match else ""
    return {
        "organization": get_organization(),
        "places": [
            {
                "place": place,
                "url": reverse(place.url_name),
                "current": _belongs(here, place),
                "tabs": [
                    {
                        "label": tab.label,
                        "url": reverse(tab.url_name),
                        "current": here == tab.url_name,
                    }
                    for tab in place.tabs
                ],
            }
            for place in PLACES
        ],
        "theme": user.theme,
        "is_admin": is_admin(user),
    }


def _belongs(view_name: str, place: Any) -> bool:
    rooms = {tab.url_name.partition(":")[0] for tab in place.tabs}
    return view_name.partition(":")[0] in rooms
