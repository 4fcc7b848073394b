"""Begin a piece of feedback: whom it is for and who may read it come first."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.errors import RuleBroken

from ..models import AskedPerson, Feedback, FeedbackReader, FeedbackRequest
from ..permissions import can_give_feedback
from ..queries.leaders import leaders_of, unreadable

Standing = FeedbackReader.Standing


class FeedbackToOneself(RuleBroken):
    pass


class CannotReadIt(RuleBroken):
    pass


class NobodyLeads(RuleBroken):
    pass


class QuestionClosed(RuleBroken):
    pass


class AlreadyAnswered(RuleBroken):
    pass


class Begun(TypedDict):
    """Whom feedback is for, who reads it, and what it is about; all but the words.

    `leaders` are the people that were shown to whoever writes.
    """

    receiver: Person
    visibility: str
    leaders: NotRequired[Collection[int] | None]
    task: NotRequired[Task | None]
    goal: NotRequired[Goal | None]
    request: NotRequired[FeedbackRequest | None]


def begin(
    *, words: dict[str, str], by: Any, at: datetime, **begun: Unpack[Begun]
) -> Feedback:
    """Write down a draft with its readers."""
    receiver, request = begun["receiver"], begun.get("request")
    if not can_give_feedback(by):
        raise PermissionDenied
    if receiver.pk == standing_of(by).person_id:
        raise FeedbackToOneself("Feedback goes to somebody else.")
    refuse_unreadable([receiver], at)
    if request is not None:
        refuse_closed(request, receiver, by)
    feedback = Feedback(
        writer_id=standing_of(by).person_id,
        written_by=by,
        receiver=receiver,
        request=request,
        task=begun.get("task"),
        goal=begun.get("goal"),
        visibility=begun["visibility"],
        created_at=at,
        updated_at=at,
        **words,
    )
    try:
        with transaction.atomic():
            feedback.save()
    except IntegrityError:
        raise AlreadyAnswered("You have begun or given your answer already.") from None
    _name_readers(feedback, begun.get("leaders"), at)
    return feedback


def _name_readers(
    feedback: Feedback, leaders: Collection[int] | None, at: datetime
) -> None:
    named = [(account_of(feedback.receiver), Standing.RECEIVER)]
    if feedback.visibility == Feedback.Visibility.LEADERS:
        found = [
            person
            for person in leaders_of(feedback.receiver, at.date())
            if person.user_id != feedback.written_by_id
            and (leaders is None or person.pk in leaders)
        ]
        if not found:
            raise NobodyLeads(f"Nobody else who leads {feedback.receiver} can read it.")
        named += [(account_of(person), Standing.LEADER) for person in found]
    FeedbackReader.objects.bulk_create(
        FeedbackReader(feedback=feedback, user_id=user_id, standing=standing)
        for user_id, standing in named
    )


def account_of(person: Person) -> int:
    if person.user_id is None:
        raise CannotReadIt(f"{person} cannot sign in here and would never read it.")
    return person.user_id


def refuse_unreadable(people: Collection[Person], at: datetime) -> None:
    """Words that are for one person alone need somebody who can open them."""
    names = [person.name for person in unreadable(people, at.date())]
    if names:
        who = " and ".join(names)
        raise CannotReadIt(f"{who} cannot sign in here and would never read it.")


def refuse_closed(request: FeedbackRequest, receiver: Person, by: Any) -> None:
    """An answer goes to whoever asked, from somebody who was asked."""
    asking = AskedPerson.objects.filter(request=request, user_id=by.pk)
    if request.asker_id != receiver.pk or not asking.exists():
        raise PermissionDenied
    if request.withdrawn_at is not None:
        raise QuestionClosed("This question was taken back.")
