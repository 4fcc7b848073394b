"""What waits for somebody in hiring and onboarding, in one query for Home."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import OnboardingTask
from .candidates import due_to_be_erased, scorecards_due
from .onboarding import questions_due

MOST = 60
# In this order: what there may be many of comes last.
SCORE, ANSWER, STEP, ERASE = "1", "2", "3", "4"


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: its kind, the record it is about, and its words."""

    kind: str
    record_id: int
    name: str
    beside: str
    on: date


def waiting_for(user: Any, today: date) -> list[Waiting]:
    """Return scorecards and questions to answer, steps due, candidates to erase."""
    if standing_of(user).person_id is None:
        return []
    parts = [_steps(user, today)]
    if private_rooms_are_open(user):  # the rest is for the user's eyes alone
        parts += [
            _rows(
                scorecards_due(user, today),
                SCORE,
                "pk",
                "candidate__name",
                "candidate__role__title",
                "planned_on",
            ),
            _rows(
                questions_due(user, today),
                ANSWER,
                "pk",
                "person__name",
                "person__position",
                "ends_on",
            ),
            _rows(
                due_to_be_erased(user, today),
                ERASE,
                "role_id",
                "name",
                "role__title",
                "erase_on",
            ),
        ]
    first, *others = parts
    found = first.union(*others, all=True).order_by("kind", "day", "record")
    return [Waiting(*row) for row in found[:MOST]]


def _steps(user: Any, today: date) -> QuerySet[Any]:
    """Open steps of this user that are due, one row each."""
    due = OnboardingTask.objects.filter(
        task__accountable_id=standing_of(user).person_id,
        task__still_open=True,
        task__deadline__lte=today,
        onboarding__stopped_at=None,
    )
    names = ("onboarding__person__name", "step__title", "task__deadline")
    return _rows(due, STEP, "onboarding_id", *names)


def _rows(
    rows: QuerySet[Any], kind: str, record: str, name: str, beside: str, day: str
) -> QuerySet[Any]:
    found: QuerySet[Any] = (
        rows.order_by()
        .select_related(None)
        .annotate(
            kind=Value(kind, CharField()),
            record=F(record),
            words=F(name),
            more=F(beside),
            day=F(day),
        )
        .values_list("kind", "record", "words", "more", "day")
    )
    return found
