"""Who reads that something was done: everybody of the catalogue, few of a place."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person

from ..queries import leaders_of


def tell_everyone(
    verb: str,
    subject: Any,
    by: Any,
    at: datetime,
    made: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=subject,
        at=at,
        audience=activity.everyone(),
        changes=made,
    )


def tell_near(verb: str, subject: Any, person: Person, by: Any, at: datetime) -> None:
    """Tell the person and their leaders that it was done, without words."""
    leaders = [one.user_id for one in leaders_of(person)]
    audience = activity.private(person.user_id, *leaders)
    activity.record(by=by, verb=verb, subject=subject, at=at, audience=audience)


def tell_only(
    verb: str, subject: Any, readers: Sequence[Any], by: Any, at: datetime
) -> None:
    audience = activity.private(*readers)
    activity.record(by=by, verb=verb, subject=subject, at=at, audience=audience)
