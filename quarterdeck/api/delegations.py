"""Delegations for programs: hand over, answer, look at it together."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects import queries, services

from .authentication import may
from .moments import Day
from .paging import Listing, Window, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["delegations"], auth=may("projects"))
of_tasks = Router(tags=["delegations"], auth=may("projects"))
Words = Annotated[Text, Field(min_length=1, max_length=5_000)]
MaybeWords = Annotated[Text, Field(max_length=5_000)]


class ReplyOut(Schema):
    person_id: int
    kind: str
    text: str
    at: datetime


class DelegationOut(Schema):
    id: int
    task_id: int
    giver_id: int
    receiver_id: int
    expected_result: str
    limits: str
    resources: str
    follow_up_on: date
    answer: str
    answered_at: datetime | None
    followed_up_at: datetime | None
    version: int
    created_at: datetime


class DelegationPage(DelegationOut):
    replies: list[ReplyOut]

    @staticmethod
    def resolve_replies(delegation: Any) -> Any:
        return delegation.replies.all()


class NewDelegation(Schema):
    receiver_id: RecordId
    expected_result: Words
    limits: MaybeWords = ""
    resources: MaybeWords = ""
    follow_up_on: Day


class Which(Window):
    """`mine` waits for my answer, `others` for theirs, `in_hand` was taken on."""

    waiting: Literal["mine", "others", "in_hand", "all"] = "all"


class Question(Schema):
    question: Words


class Explanation(Schema):
    explanation: Words


class Reason(Schema):
    reason: Words


class MaybeReason(Schema):
    reason: MaybeWords = ""


class Look(Schema):
    note: MaybeWords = ""
    next_on: Day | None = None


LISTS = {
    "mine": queries.delegations_waiting_for,
    "others": queries.delegations_waiting_for_others,
    "in_hand": queries.delegations_in_hand,
    "all": queries.delegations_visible_to,
}
PAGE = {200: DelegationPage}


@router.get("/", response=Listing[DelegationOut])
def list_delegations(request: Request, which: Query[Which]) -> Any:
    return listing(LISTS[which.waiting](request.user), which)


@of_tasks.post("/{task_id}/delegations/", response={201: DelegationPage})
def delegate_task(request: Request, task_id: Id, body: NewDelegation) -> Any:
    values = body.dict()
    receiver = get_person(user=request.user, person_id=values.pop("receiver_id"))
    task = queries.get_task(user=request.user, task_id=task_id)
    return Status(
        201,
        services.delegate_task(
            task=task, receiver=receiver, **values, by=request.user, at=request.now
        ),
    )


@router.get("/{delegation_id}/", response=PAGE)
def get_delegation(request: Request, delegation_id: Id) -> Any:
    return queries.get_delegation(user=request.user, delegation_id=delegation_id)


@router.post("/{delegation_id}/accept/", response=PAGE)
def accept_delegation(request: Request, delegation_id: Id) -> Any:
    return _act(request, delegation_id, services.accept_delegation)


@router.post("/{delegation_id}/ask/", response=PAGE)
def ask_about_delegation(request: Request, delegation_id: Id, body: Question) -> Any:
    return _act(request, delegation_id, services.ask_about_delegation, body)


@router.post("/{delegation_id}/explain/", response=PAGE)
def explain_delegation(request: Request, delegation_id: Id, body: Explanation) -> Any:
    return _act(request, delegation_id, services.explain_delegation, body)


@router.post("/{delegation_id}/decline/", response=PAGE)
def decline_delegation(request: Request, delegation_id: Id, body: Reason) -> Any:
    return _act(request, delegation_id, services.decline_delegation, body)


@router.post("/{delegation_id}/withdraw/", response=PAGE)
def withdraw_delegation(request: Request, delegation_id: Id, body: MaybeReason) -> Any:
    return _act(request, delegation_id, services.withdraw_delegation, body)


@router.post("/{delegation_id}/follow-up/", response=PAGE)
def follow_up_delegation(request: Request, delegation_id: Id, body: Look) -> Any:
    return _act(request, delegation_id, services.follow_up_delegation, body)


def _act(
    request: Request, delegation_id: int, service: Any, body: Schema | None = None
) -> Any:
    found = queries.get_delegation(user=request.user, delegation_id=delegation_id)
    words = body.dict() if body else {}
    return service(delegation=found, **words, by=request.user, at=request.now)
