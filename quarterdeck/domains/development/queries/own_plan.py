"""One's own plan: nobody but its writer, whoever they are, finds a row of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open

from ..choices import LEADING, MANAGING, Hat, Practice
from ..models import OwnAim, OwnMark, OwnStep
from ..rules import quarter_before

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Marked:
    """One practice: what one thinks of it now, and thought a quarter before."""

    practice: Practice
    now: OwnMark | None
    before: int | None


@dataclass(frozen=True)
class OwnPlan:
    """One quarter of one's own plan."""

    quarter: date
    aim: OwnAim | None
    marks: list[tuple[Hat, list[Marked]]]
    steps: list[OwnStep]


def own_aims(user: Any) -> QuerySet[OwnAim]:
    return _own(user, OwnAim.objects.all())


def own_marks(user: Any) -> QuerySet[OwnMark]:
    return _own(user, OwnMark.objects.all())


def own_steps(user: Any) -> QuerySet[OwnStep]:
    return _own(user, OwnStep.objects.all())


def get_own_step(*, user: Any, step_id: int) -> OwnStep:
    return own_steps(user).select_related("person").get(pk=step_id)


def own_plan(*, user: Any, quarter: date) -> OwnPlan:
    """Return one quarter; three queries."""
    before = quarter_before(quarter)
    marks = {
        (row.quarter, row.practice): row
        for row in own_marks(user).filter(quarter__in=[quarter, before])
    }

    def marked(practice: Practice) -> Marked:
        last = marks.get((before, practice))
        return Marked(
            practice, marks.get((quarter, practice)), last.mark if last else None
        )

    steps = own_steps(user).filter(quarter=quarter, removed_at=None)
    return OwnPlan(
        quarter=quarter,
        aim=own_aims(user).filter(quarter=quarter).first(),
        marks=[
            (Hat.LEADING, [marked(one) for one in LEADING]),
            (Hat.MANAGING, [marked(one) for one in MANAGING]),
        ],
        steps=list(
            steps.order_by(
                F("done_at").asc(nulls_first=True),
                F("due_on").asc(nulls_last=True),
                "id",
            )[:100]
        ),
    )


def _own(user: Any, rows: QuerySet[Row]) -> QuerySet[Row]:
    mine = rows.filter(person__user_id=user.pk)
    return while_private_rooms_are_open(user, mine)
