"""What became of a place: they were there, missed it, gave it up; and a turn back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.shared.errors import RuleBroken

from ..choices import OPEN, State
from ..models import Enrolment, Evaluation
from ..permissions import can_see_training_of
from ..queries import can_take_back, state_before
from .asking import ask_afterwards
from .enrolments import AlreadyEnrolled, locked, move


class AlreadyAnswered(RuleBroken):
    pass


class NotPast(RuleBroken):
    pass


@transaction.atomic
def attend_programme(
    *, enrolment: Enrolment, on: date, by: Any, at: datetime
) -> Enrolment:
    """Say that they were there; its last day decides when it is asked what came of it."""
    enrolment = locked(enrolment)
    if not near(by, enrolment):
        raise PermissionDenied
    if on > at.date():
        raise NotPast("Its last day is still to come.")
    moved = move(
        enrolment,
        [State.BOOKED, State.APPROVED],
        State.ATTENDED,
        by,
        at,
        "enrolment.attended",
        facts={"attended_on": on},
    )
    ask_afterwards(moved, at)
    return moved


@transaction.atomic
def miss_programme(*, enrolment: Enrolment, by: Any, at: datetime) -> Enrolment:
    """Say that it was held and they were not there; it is paid all the same."""
    enrolment = locked(enrolment)
    if not near(by, enrolment):
        raise PermissionDenied
    return move(enrolment, [State.BOOKED], State.MISSED, by, at, "enrolment.missed")


@transaction.atomic
def cancel_place(
    *, enrolment: Enrolment, by: Any, at: datetime, reason: str = ""
) -> Enrolment:
    enrolment = locked(enrolment)
    if not near(by, enrolment):
        raise PermissionDenied
    return move(enrolment, OPEN, State.CANCELLED, by, at, "enrolment.cancelled", reason)


@transaction.atomic
def reopen_place(*, enrolment: Enrolment, by: Any, at: datetime) -> Enrolment:
    """Take the last turn back, as long as nobody has answered what came of it."""
    enrolment = locked(enrolment)
    if not near(by, enrolment):
        raise PermissionDenied
    if enrolment.evaluations.filter(answered_at__isnull=False).exists():
        raise AlreadyAnswered("Answers about it are written already; it stays.")
    if not can_take_back(by, enrolment):
        raise PermissionDenied
    _refuse_second(enrolment)
    moved = move(
        enrolment,
        [State.DECLINED, State.CANCELLED, State.ATTENDED, State.MISSED],
        state_before(enrolment),
        by,
        at,
        "enrolment.reopened",
        facts={"attended_on": None},
    )
    Evaluation.objects.filter(enrolment=moved).delete()
    return moved


def near(by: Any, enrolment: Enrolment) -> bool:
    return can_see_training_of(by, enrolment.person)


def _refuse_second(enrolment: Enrolment) -> None:
    others = Enrolment.objects.filter(
        person=enrolment.person, programme=enrolment.programme, state__in=OPEN
    )
    if others.exclude(pk=enrolment.pk).exists():
        raise AlreadyEnrolled(
            f"{enrolment.person} has another open place in “{enrolment.programme}”."
        )
