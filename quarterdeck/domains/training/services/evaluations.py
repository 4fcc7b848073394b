"""Answer what is asked after a programme. Who reads it is chosen before it is written."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..choices import Stage
from ..models import Evaluation
from ..permissions import can_write
from ..queries import readers_for, recorded_number
from .audiences import tell_only


class NotAReader(RuleBroken):
    pass


class AnswerWritten(RuleBroken):
    pass


class AnswerNotWritten(RuleBroken):
    pass


@transaction.atomic
def answer_evaluation(
    *,
    evaluation: Evaluation,
    mark: int | None,
    by: Any,
    at: datetime,
    share_with: Person | None = None,
    **said: Any,
) -> Evaluation:
    """Answer once: the reader named here is the only one there will ever be."""
    evaluation = _locked(evaluation, by)
    if evaluation.answered_at is not None:
        raise AnswerWritten("It is answered already; it can be edited.")
    if share_with is not None and share_with not in readers_for(evaluation):
        raise NotAReader(f"{share_with} is not somebody it can be shared with.")
    changes = {
        **_words(evaluation, said),
        **_recorded(evaluation),
        "mark": mark,
        "shared_with": share_with,
        "answered_at": at,
        "set_aside_at": None,
    }
    revise_privately(evaluation, changes, at=at)
    _tell("evaluation.answered", evaluation, by, at)
    return evaluation


@transaction.atomic
def edit_answer(
    *,
    evaluation: Evaluation,
    mark: int | None,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **said: Any,
) -> Evaluation:
    """Put an answer in other words; who reads it stays."""
    evaluation = _locked(evaluation, by)
    if evaluation.answered_at is None:
        raise AnswerNotWritten("It is not answered yet.")
    changes = {**_words(evaluation, said), "mark": mark}
    if revise_privately(evaluation, changes, at=at, seen_version=seen_version):
        _tell("evaluation.edited", evaluation, by, at)
    return evaluation


@transaction.atomic
def narrow_answer(*, evaluation: Evaluation, by: Any, at: datetime) -> Evaluation:
    """Keep an answer for oneself from now on; it cannot be shared again."""
    evaluation = _locked(evaluation, by)
    if evaluation.shared_with_id is not None:
        revise_privately(evaluation, {"shared_with": None}, at=at)
        _tell("evaluation.narrowed", evaluation, by, at)
    return evaluation


@transaction.atomic
def set_aside_evaluation(
    *, evaluation: Evaluation, by: Any, at: datetime
) -> Evaluation:
    """Not answer; it reads unknown from then on and is asked no more."""
    evaluation = _locked(evaluation, by)
    if evaluation.answered_at is not None:
        raise AnswerWritten("It is answered already.")
    if revise_privately(evaluation, {"set_aside_at": at}, at=at):
        _tell("evaluation.set_aside", evaluation, by, at)
    return evaluation


@transaction.atomic
def take_up_evaluation(*, evaluation: Evaluation, by: Any, at: datetime) -> Evaluation:
    """Have a question back that one had set aside."""
    evaluation = _locked(evaluation, by)
    if revise_privately(evaluation, {"set_aside_at": None}, at=at):
        _tell("evaluation.taken_up", evaluation, by, at)
    return evaluation


def _locked(evaluation: Evaluation, by: Any) -> Evaluation:
    rows = Evaluation.objects.select_for_update(of=("self",))
    rows = rows.select_related(
        "writer", "shared_with", "enrolment__person", "enrolment__key_result"
    )
    found = rows.get(pk=evaluation.pk)
    if not can_write(by, found):
        raise PermissionDenied
    return found


def _words(evaluation: Evaluation, said: dict[str, Any]) -> dict[str, Any]:
    """Only what this question asks for."""
    asked = {"words"}
    if evaluation.stage == Stage.LEARNING:
        asked |= {"level_before", "level_after"}
    if evaluation.stage == Stage.RESULT and recorded_number(evaluation) is None:
        asked |= {"number_after"}
    return {name: value for name, value in said.items() if name in asked}


def _recorded(evaluation: Evaluation) -> dict[str, Any]:
    """What the key result was on the day of the answer; it goes on changing later."""
    number = recorded_number(evaluation)
    return {} if number is None else {"number_after": number}


def _tell(verb: str, evaluation: Evaluation, by: Any, at: datetime) -> None:
    reader = evaluation.shared_with
    tell_only(verb, evaluation, [by.pk, reader.user_id if reader else None], by, at)
