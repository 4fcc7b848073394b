"""Where the organization works: its days begin and end there."""

from zoneinfo import ZoneInfo

from ..models import Organization


def zone_of(organization: Organization | None) -> ZoneInfo:
    """Return its zone; one that this system no longer knows is no reason to show nothing."""
    try:
        return ZoneInfo(organization.time_zone if organization else "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
