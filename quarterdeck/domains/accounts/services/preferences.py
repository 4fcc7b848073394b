"""What one person is called, and how the product looks and behaves for them."""

from datetime import datetime
from zoneinfo import available_timezones

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import User


class UnknownTimeZone(RuleBroken):
    pass


@transaction.atomic
def change_profile(*, user: User, name: str, time_zone: str, at: datetime) -> None:
    """Set name and time zone; an empty zone means that of the organization."""
    if time_zone and time_zone not in available_timezones():
        raise UnknownTimeZone(f"There is no time zone “{time_zone}”.")
    user.name, user.time_zone = name.strip(), time_zone
    user.save(update_fields=["name", "time_zone"])
    _record("account.profile_changed", user, at)


@transaction.atomic
def change_appearance(
    *, user: User, theme: str, single_keys: bool, at: datetime
) -> None:
    """Set the theme (light, dark, or empty for the system's) and the single keys."""
    user.theme, user.single_keys = theme, single_keys
    user.save(update_fields=["theme", "single_keys"])
    _record("account.appearance_changed", user, at)


def _record(verb: str, user: User, at: datetime) -> None:
    audience = activity.only(user.pk)
    activity.record(by=user, verb=verb, subject=user, at=at, audience=audience)
