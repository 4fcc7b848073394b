"""What waits for somebody's answer, for Home: one query over narrow indexes."""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Q, Value

from quarterdeck.domains.people.permissions import standing_of

from .pairs import mentorships_visible_to
from .shadowing import shadowings_visible_to

MOST = 6


@dataclass(frozen=True)
class Request:
    """Somebody asks the reader to be a mentor, a mentee, or to be followed."""

    kind: str
    record_id: int
    name: str


def requests_waiting_for(user: Any) -> list[Request]:
    mine = standing_of(user).person_id
    if mine is None:
        return []
    pairs = mentorships_visible_to(user).filter(began_at=None, declined_at=None)
    mentors = pairs.filter(mentor_id=mine, mentor_agreed_at=None)
    mentees = pairs.filter(mentee_id=mine, mentee_agreed_at=None)
    shadows = shadowings_visible_to(user).filter(Q(leader_id=mine), answer="open")
    rows = _narrow(mentors, "mentor", "mentee__name").union(
        _narrow(mentees, "mentee", "mentor__name"),
        _narrow(shadows, "shadowing", "shadow__name"),
        all=True,
    )
    return [Request(*row) for row in rows.order_by("kind", "pk")[:MOST]]


def _narrow(rows: Any, kind: str, name: str) -> Any:
    told = Value(kind, output_field=CharField())
    return (
        rows.order_by()
        .annotate(kind=told, name=F(name))
        .values_list("kind", "pk", "name")
    )
