"""The people one leads, with what their plans say: facts and dates, no score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import find_people, led_by

from ..models import DevelopmentGoal, SkillProof

OPEN_STEP = Q(steps__done_at=None, steps__removed_at=None)


@dataclass(frozen=True)
class Member:
    """Somebody one leads: how many goals are open, and the next day that is due."""

    person: Person
    goals: int
    next_due: date | None
    proofs: int


def members_to_develop(*, user: Any, today: date, text: str = "") -> QuerySet[Person]:
    """Return whom the user leads, by name; without themselves."""
    rows = led_by(user, find_people(user=user, today=today, text=text))
    rows = rows.exclude(pk=standing_of(user).person_id or 0)
    return while_private_rooms_are_open(user, rows)


def with_plans(people: Iterable[Person]) -> list[Member]:
    """Count for one page of people; two queries."""
    people = list(people)
    ids = [person.pk for person in people]
    goals: dict[int, dict[str, Any]] = {
        row["person_id"]: dict(row)
        for row in DevelopmentGoal.objects.filter(person_id__in=ids, closure=None)
        .values("person_id")
        .annotate(
            open=Count("pk", distinct=True),
            due=Min("steps__due_on", filter=OPEN_STEP),
            ends=Min("ends_on"),
        )
    }
    proofs = dict(
        SkillProof.objects.filter(person_id__in=ids, answer=SkillProof.Answer.OPEN)
        .values_list("person_id")
        .annotate(Count("pk"))
    )
    return [
        Member(
            person,
            goals=goals[person.pk]["open"] if person.pk in goals else 0,
            next_due=_first(goals.get(person.pk, {})),
            proofs=proofs.get(person.pk, 0),
        )
        for person in people
    ]


def _first(row: dict[str, Any]) -> date | None:
    """The first day something is due: an open step, or the goal itself."""
    days = [day for day in (row.get("due"), row.get("ends")) if day is not None]
    return min(days, default=None)
