"""Who reads that something was done about somebody's development: never its words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person

from ..permissions import can_plan_development_of
from ..queries.proofs import leading


def must_plan(by: Any, person: Person) -> None:
    if not can_plan_development_of(by, person):
        raise PermissionDenied


def tell(
    verb: str,
    subject: Any,
    person: Person,
    *,
    by: Any,
    at: datetime,
    also: Sequence[int | None] = (),
) -> None:
    """Record an act for the person, their leaders, and who else takes part."""
    leaders = Person.objects.filter(leading(person)).values_list("user_id", flat=True)
    activity.record(
        by=by,
        verb=verb,
        subject=subject,
        at=at,
        audience=activity.private(person.user_id, *leaders, *also),
    )
