"""What is asked after a programme: whom it waits for, who reads the answer, counts."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Exists, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of

from .. import rules
from ..choices import Stage
from ..models import Enrolment, Evaluation, Programme
from .enrolments import waiting_for

MOST_COUNTED = 500


def evaluations_visible_to(user: Any) -> QuerySet[Evaluation]:
    """Return what one is asked oneself, and answers that were shared with one."""
    person_id = standing_of(user).person_id or 0
    shared = Q(shared_with_id=person_id, answered_at__isnull=False)
    rows = Evaluation.objects.filter(Q(writer_id=person_id) | shared)
    rows = rows.select_related(
        "writer", "shared_with", "enrolment__programme", "enrolment__person",
        "enrolment__skill", "enrolment__key_result",
    )  # fmt: skip
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows.order_by("due_on", "id"))


def get_evaluation(*, user: Any, evaluation_id: int) -> Evaluation:
    return evaluations_visible_to(user).get(pk=evaluation_id)


def recorded_number(evaluation: Evaluation) -> float | None:
    """Return the number now where a key result keeps it, so that nobody types it."""
    key_result = evaluation.enrolment.key_result
    if evaluation.stage != Stage.RESULT or key_result is None:
        return None
    return None if key_result.removed_at is not None else key_result.current


def evaluations_due(user: Any, today: date) -> QuerySet[Evaluation]:
    """Return what waits for this user's answer today, the oldest first; one index."""
    rows = Evaluation.objects.filter(
        writer_id=standing_of(user).person_id or 0,
        due_on__lte=today,
        answered_at=None,
        set_aside_at=None,
    )
    rows = rows.select_related("enrolment__programme", "enrolment__person")
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows.order_by("due_on", "id"))


def what_waits(user: Any, today: date) -> tuple[bool, bool]:
    """Tell whether answers are due, and whether places wait for a yes or no; one query.

    Home asks it each time; the lines themselves are read where there are any.
    """
    due, waiting = evaluations_due(user, today), waiting_for(user)
    me = Person.objects.filter(pk=standing_of(user).person_id or 0)
    told = me.values_list(Exists(due.order_by()), Exists(waiting.order_by())).first()
    return told or (False, False)


def evaluations_seen_on(user: Any, enrolment: Enrolment) -> list[Evaluation]:
    """Return of one place what this user writes or was let read."""
    order = list(Stage)
    rows = evaluations_visible_to(user).filter(enrolment=enrolment)
    return sorted(rows, key=lambda row: order.index(Stage(row.stage)))


def counts_of(*, user: Any, programme: Programme) -> list[tuple[Stage, str]]:
    """Say per stage how many answered yes: nothing below five, and never all of them."""
    rows = Evaluation.objects.filter(
        enrolment__programme=programme, answered_at__isnull=False, mark__isnull=False
    )
    rows = rows if is_member(user) else rows.none()
    found: dict[str, list[int]] = defaultdict(list)
    told = rows.order_by("answered_at", "id").values_list("stage", "mark")
    for stage, mark in told[:MOST_COUNTED]:
        found[stage].append(mark or 0)
    return [(one, rules.told(one, found[one])) for one in Stage]
