"""Work one level up that was accepted and is still to be done: it stays agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from quarterdeck.domains.projects.models import Task

from ..models import ProposedChange


@dataclass(frozen=True)
class KeptStretch:
    """A learner's task: how much longer it takes them, and when the mentor is there."""

    learner_id: int
    mentor_id: int
    skill_id: int
    percent: int
    hours: float
    sessions: tuple[tuple[datetime, datetime], ...]  # booked on the mentor


def kept_stretches(
    tasks: QuerySet[Task], contributors: Mapping[int, tuple[int, ...]]
) -> dict[int, KeptStretch]:
    """Return by task what was accepted last, where the learner still does it alone."""
    accepted = ProposedChange.objects.filter(
        task_id__in=tasks.values("pk"),
        decision=ProposedChange.Decision.ACCEPTED,
    ).exclude(growth={})
    found = {}
    for change in accepted.order_by("decided_at", "pk"):
        learner = change.growth["person_learner"]
        if contributors.get(change.task_id) == (learner,):
            found[change.task_id] = _kept(change)
    return found


def _kept(change: ProposedChange) -> KeptStretch:
    told = change.growth
    booked = told["sessions"] if told["booked"] else ()
    return KeptStretch(
        learner_id=told["person_learner"],
        mentor_id=told["person_mentor"],
        skill_id=told["skill_id"],
        percent=told["percent"],
        hours=told["hours"],
        sessions=tuple(
            (datetime.fromisoformat(first), datetime.fromisoformat(end))
            for first, end in booked
        ),
    )
