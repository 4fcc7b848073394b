"""Where the organization works, and where a reader is: days begin and end there."""

from typing import Any
from zoneinfo import ZoneInfo

from ..models import Organization


def zone_of(organization: Organization | None) -> ZoneInfo:
    """Return its zone; one that this system no longer knows is no reason to show nothing."""
    return _known(organization.time_zone if organization else "")


def zone_of_reader(user: Any, organization: Organization | None) -> ZoneInfo:
    """Return the zone that somebody chose, else the organization's."""
    return _known(user.time_zone) if user.time_zone else zone_of(organization)


def _known(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
