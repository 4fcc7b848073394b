"""Write one's own plan: the aim of a quarter, marks, steps. Nobody else takes part."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person

from ..models import OwnAim, OwnMark, OwnStep
from ..permissions import can_keep_own_plan
from ..rules import quarter_of


@transaction.atomic
def set_own_aim(
    *,
    person: Person,
    quarter: date,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **words: str,
) -> OwnAim:
    """Write the aim of a quarter, its sign, or what one says looking back at it."""
    first = _begin(person, quarter, by)
    row = OwnAim.objects.filter(person=person, quarter=first).first()
    if row is None:
        row = OwnAim.objects.create(
            person=person, quarter=first, created_at=at, updated_at=at, **words
        )
    elif not activity.revise_privately(
        row, words, at=at, seen_version=seen_version, changed_by="you"
    ):
        return row
    _tell("own_plan.aimed", row, by, at)
    return row


@transaction.atomic
def mark_practice(
    *,
    person: Person,
    quarter: date,
    practice: str,
    mark: int,
    by: Any,
    at: datetime,
    evidence: str = "",
) -> OwnMark:
    """Say how well one thinks one does it this quarter; earlier quarters stay."""
    first = _begin(person, quarter, by)
    said = {"mark": mark, "evidence": evidence}
    row = OwnMark.objects.filter(
        person=person, quarter=first, practice=practice
    ).first()
    if row is None:
        row = OwnMark.objects.create(
            person=person,
            quarter=first,
            practice=practice,
            created_at=at,
            updated_at=at,
            **said,
        )
    elif not activity.revise_privately(row, said, at=at):
        return row
    _tell("own_plan.marked", row, by, at)
    return row


@transaction.atomic
def add_own_step(
    *,
    person: Person,
    quarter: date,
    title: str,
    by: Any,
    at: datetime,
    practice: str = "",
    due_on: date | None = None,
) -> OwnStep:
    row = OwnStep.objects.create(
        person=person,
        quarter=_begin(person, quarter, by),
        title=title,
        practice=practice,
        due_on=due_on,
        created_at=at,
        updated_at=at,
    )
    _tell("own_plan.step_added", row, by, at)
    return row


@transaction.atomic
def finish_own_step(*, step: OwnStep, by: Any, at: datetime) -> OwnStep:
    return _change(step, {"done_at": at}, "own_plan.step_finished", by, at)


@transaction.atomic
def reopen_own_step(*, step: OwnStep, by: Any, at: datetime) -> OwnStep:
    return _change(step, {"done_at": None}, "own_plan.step_reopened", by, at)


@transaction.atomic
def remove_own_step(*, step: OwnStep, by: Any, at: datetime) -> OwnStep:
    return _change(step, {"removed_at": at}, "own_plan.step_removed", by, at)


@transaction.atomic
def restore_own_step(*, step: OwnStep, by: Any, at: datetime) -> OwnStep:
    return _change(step, {"removed_at": None}, "own_plan.step_restored", by, at)


def _begin(person: Person, quarter: date, by: Any) -> date:
    """Let one writer in at a time; return the first day of the quarter."""
    if not can_keep_own_plan(by, person):
        raise PermissionDenied
    Person.objects.select_for_update().get(pk=person.pk)
    return quarter_of(quarter)


def _change(
    step: OwnStep, changes: dict[str, Any], verb: str, by: Any, at: datetime
) -> OwnStep:
    if not can_keep_own_plan(by, step.person):
        raise PermissionDenied
    step = OwnStep.objects.select_for_update().get(pk=step.pk)
    if activity.revise_privately(step, changes, at=at):
        _tell(verb, step, by, at)
    return step


def _tell(verb: str, row: Any, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=row, at=at, audience=activity.private(by.pk)
    )
