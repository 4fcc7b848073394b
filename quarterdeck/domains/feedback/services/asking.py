"""Ask for feedback on oneself; answer no with a reason; take a question back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.errors import RuleBroken

from ..models import AskedPerson, Feedback, FeedbackRequest
from ..permissions import asked, can_ask_for_feedback, was_asked
from .beginning import AlreadyAnswered, QuestionClosed, account_of, refuse_unreadable
from .telling import those_asked

MOST_ASKED = 12


class NobodyAsked(RuleBroken):
    pass


class TooManyAsked(RuleBroken):
    pass


class AnswerDayOver(RuleBroken):
    pass


class QuestionStands(RuleBroken):
    pass


class NotDeclined(RuleBroken):
    pass


@transaction.atomic
def ask_for_feedback(
    *,
    question: str,
    people: Sequence[Person],
    by: Any,
    at: datetime,
    answer_by: date | None = None,
    task: Task | None = None,
    goal: Goal | None = None,
) -> FeedbackRequest:
    """Put one question to several people, each on their own and with their name."""
    if not can_ask_for_feedback(by):
        raise PermissionDenied
    me = standing_of(by).person_id or 0
    wanted = {person.pk: person for person in people if person.pk != me}
    if not wanted:
        raise NobodyAsked("Choose at least one other person to ask.")
    if len(wanted) > MOST_ASKED:
        raise TooManyAsked(f"Ask at most {MOST_ASKED} people at once.")
    if answer_by is not None and answer_by < at.date():
        raise AnswerDayOver("The day to answer by is over.")
    refuse_unreadable(list(wanted.values()), at)
    request = FeedbackRequest.objects.create(
        asker_id=me,
        asked_by=by,
        question=question.strip(),
        answer_by=answer_by,
        task=task,
        goal=goal,
        asked_at=at,
    )
    AskedPerson.objects.bulk_create(
        AskedPerson(request=request, person=person, user_id=account_of(person))
        for person in wanted.values()
    )
    _tell("feedback_request.asked", request, by, at)
    return request


@transaction.atomic
def withdraw_request(*, request: FeedbackRequest, by: Any, at: datetime) -> None:
    """Ask no longer; answers that were given stay."""
    request = _own(request, by)
    if request.withdrawn_at is not None:
        raise QuestionClosed("This question was taken back already.")
    request.withdrawn_at = at
    request.save(update_fields=["withdrawn_at"])
    _tell("feedback_request.withdrawn", request, by, at)


@transaction.atomic
def reopen_request(*, request: FeedbackRequest, by: Any, at: datetime) -> None:
    """Ask the same people again; nobody is added."""
    request = _own(request, by)
    if request.withdrawn_at is None:
        raise QuestionStands("This question still stands.")
    request.withdrawn_at = None
    request.save(update_fields=["withdrawn_at"])
    _tell("feedback_request.reopened", request, by, at)


@transaction.atomic
def decline_request(
    *, asking: AskedPerson, reason: str, by: Any, at: datetime
) -> AskedPerson:
    """Say no, with a reason that only the asker reads."""
    asking = _of_mine(asking, by)
    given = Feedback.objects.filter(
        request_id=asking.request_id,
        written_by_id=by.pk,
        given_at__isnull=False,
        withdrawn_at__isnull=True,
    )
    if given.exists() or asking.declined_at is not None:
        raise AlreadyAnswered("You answered this question already.")
    asking.declined_at, asking.reason = at, reason.strip()
    asking.save(update_fields=["declined_at", "reason"])
    _tell_pair("feedback_request.declined", asking, by, at)
    return asking


@transaction.atomic
def take_back_decline(*, asking: AskedPerson, by: Any, at: datetime) -> AskedPerson:
    asking = _of_mine(asking, by)
    if asking.declined_at is None:
        raise NotDeclined("You did not decline this question.")
    asking.declined_at, asking.reason = None, ""
    asking.save(update_fields=["declined_at", "reason"])
    _tell_pair("feedback_request.taken_up", asking, by, at)
    return asking


def _own(request: FeedbackRequest, by: Any) -> FeedbackRequest:
    request = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if not asked(by, request):
        raise PermissionDenied
    return request


def _of_mine(asking: AskedPerson, by: Any) -> AskedPerson:
    rows = AskedPerson.objects.select_for_update(of=("self",))
    asking = rows.select_related("request").get(pk=asking.pk)
    if not was_asked(by, asking):
        raise PermissionDenied
    if asking.request.withdrawn_at is not None:
        raise QuestionClosed("This question was taken back.")
    return asking


def _tell(verb: str, request: FeedbackRequest, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=request, at=at, audience=those_asked(request)
    )


def _tell_pair(verb: str, asking: AskedPerson, by: Any, at: datetime) -> None:
    pair = activity.private(by.pk, asking.request.asked_by_id)
    activity.record(by=by, verb=verb, subject=asking.request, at=at, audience=pair)
