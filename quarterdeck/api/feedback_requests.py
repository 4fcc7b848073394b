"""Questions that ask for feedback, for programs."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_task

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["feedback"], auth=may("feedback", private=True))


class FeedbackRequestOut(Schema):
    id: int
    asker_id: int
    question: str
    answer_by: date | None
    goal_id: int | None
    asked_at: datetime
    withdrawn_at: datetime | None


class FeedbackAnswerOut(Schema):
    """One of those asked; only the asker sees these lines."""

    person_id: int
    declined_at: datetime | None
    reason: str
    feedback_id: int | None


class FeedbackRequestDetail(FeedbackRequestOut):
    answers: list[FeedbackAnswerOut]
    my_answer_id: int | None


class NewFeedbackRequest(Schema):
    question: Annotated[Text, Field(min_length=1, max_length=5_000)]
    person_ids: Annotated[list[RecordId], Field(min_length=1, max_length=12)]
    answer_by: date | None = None
    task_id: RecordId | None = None
    goal_id: RecordId | None = None


class DecliningFeedback(Schema):
    reason: Annotated[Text, Field(min_length=1, max_length=5_000)]


class WhoseQuery(Schema):
    of: Literal["mine", "waiting_for_me", "waiting_for_others"] = "waiting_for_me"


@router.get("/", response=Listing[FeedbackRequestOut])
def list_feedback_requests(
    request: Request, window: WindowQuery, whose: Annotated[WhoseQuery, Query()]
) -> Any:
    """What waits for my answer, my own questions, or those of mine still open."""
    rows = {
        "mine": queries.questions_of,
        "waiting_for_me": queries.questions_waiting_for,
        "waiting_for_others": queries.open_questions_of,
    }
    return listing(rows[whose.of](request.user), window)


@router.post("/", response={201: FeedbackRequestDetail})
def ask_for_feedback(request: Request, body: NewFeedbackRequest) -> Any:
    user = request.user
    permissions.refuse_without_room(user)
    task, goal = body.task_id, body.goal_id
    asked = services.ask_for_feedback(
        question=body.question,
        people=[get_person(user=user, person_id=one) for one in body.person_ids],
        answer_by=body.answer_by,
        task=get_task(user=user, task_id=task) if task else None,
        goal=get_goal(user=user, goal_id=goal) if goal else None,
        by=user,
        at=request.now,
    )
    return Status(201, _detail(request, asked.pk))


@router.get("/{request_id}/", response=FeedbackRequestDetail)
def get_feedback_request(request: Request, request_id: Id) -> Any:
    return _detail(request, request_id)


@router.post("/{request_id}/decline/", response=FeedbackRequestDetail)
def decline_request(request: Request, request_id: Id, body: DecliningFeedback) -> Any:
    asking = queries.get_asking(user=request.user, request_id=request_id)
    services.decline_request(
        asking=asking, reason=body.reason, by=request.user, at=request.now
    )
    return _detail(request, request_id)


@router.post("/{request_id}/take-up/", response=FeedbackRequestDetail)
def take_up_request(request: Request, request_id: Id) -> Any:
    asking = queries.get_asking(user=request.user, request_id=request_id)
    services.take_back_decline(asking=asking, by=request.user, at=request.now)
    return _detail(request, request_id)


@router.post("/{request_id}/withdraw/", response=FeedbackRequestDetail)
def withdraw_request(request: Request, request_id: Id) -> Any:
    found = queries.get_request(user=request.user, request_id=request_id)
    services.withdraw_request(request=found, by=request.user, at=request.now)
    return _detail(request, request_id)


@router.post("/{request_id}/reopen/", response=FeedbackRequestDetail)
def reopen_request(request: Request, request_id: Id) -> Any:
    found = queries.get_request(user=request.user, request_id=request_id)
    services.reopen_request(request=found, by=request.user, at=request.now)
    return _detail(request, request_id)


def _detail(request: Request, request_id: int) -> dict[str, Any]:
    found = queries.get_request(user=request.user, request_id=request_id)
    mine = queries.answer_of(request.user, found)
    return {
        **{name: getattr(found, name) for name in FeedbackRequestOut.model_fields},
        "answers": [
            {
                "person_id": one.row.person_id,
                "declined_at": one.row.declined_at,
                "reason": one.row.reason,
                "feedback_id": one.feedback.pk if one.feedback else None,
            }
            for one in queries.answers_to(request.user, found)
        ],
        "my_answer_id": mine.pk if mine else None,
    }
