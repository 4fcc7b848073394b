"""Decide on candidates, tell them, hire them; for the hiring team's programs."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person, get_skill
from quarterdeck.domains.strategy.queries import get_value

from .authentication import may
from .hiring_candidates import CandidateOut
from .moments import Day
from .types import Id, RecordId, Request, Text

router = Router(tags=["hiring"], auth=may("hiring", private=True))
Long = Annotated[Text, Field(max_length=2_000)]
Reason = Annotated[Text, Field(min_length=1, max_length=2_000, pattern=r"\S")]
Ids = Annotated[list[RecordId], Field(max_length=50)]


class HiringDecisionOut(Schema):
    outcome: str
    reason: str
    decider_id: int | None
    skill_ids: list[int]
    value_ids: list[int]
    dissents: list[str]
    created_at: datetime

    @staticmethod
    def resolve_skill_ids(row: Any) -> list[int]:
        return [one.skill_id for one in row.grounds.all() if one.skill_id]

    @staticmethod
    def resolve_value_ids(row: Any) -> list[int]:
        return [one.value_id for one in row.grounds.all() if one.value_id]

    @staticmethod
    def resolve_dissents(row: Any) -> list[str]:
        return [one.text for one in row.dissents.all()]


class NewHiringDecision(Schema):
    outcome: Literal["hire", "not", "later"]
    reason: Reason
    skill_ids: Ids = []
    value_ids: Ids = []


class DissentIn(Schema):
    text: Long


class ToldOn(Schema):
    on: Day


class HireIn(Schema):
    starts_on: Day
    email: Annotated[Text, Field(max_length=254, pattern=r"^$|^\S+@\S+\.\S+$")] = ""


class MoveIn(Schema):
    starts_on: Day
    manager_id: RecordId | None = None
    leave_team_ids: Ids = []


class HireOut(Schema):
    person_id: int | None
    starts_on: date


@router.get("/{candidate_id}/decision/", response=HiringDecisionOut)
def get_hiring_decision(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    return queries.get_decision(user=request.user, candidate=candidate)


@router.post("/{candidate_id}/decision/", response={201: HiringDecisionOut})
def decide_on_candidate(
    request: Request, candidate_id: Id, body: NewHiringDecision
) -> Any:
    user = request.user
    candidate = queries.get_candidate(user=user, candidate_id=candidate_id)
    decision = services.decide_on_candidate(
        candidate=candidate,
        outcome=body.outcome,
        reason=body.reason,
        skills=[get_skill(user=user, skill_id=one) for one in set(body.skill_ids)],
        values=[get_value(user=user, value_id=one) for one in set(body.value_ids)],
        by=user,
        at=request.now,
    )
    return Status(201, decision)


@router.delete("/{candidate_id}/decision/", response={204: None})
def take_back_decision(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.take_back_decision(candidate=candidate, by=request.user, at=request.now)
    return Status(204, None)


@router.put("/{candidate_id}/dissent/", response={204: None})
def note_dissent(request: Request, candidate_id: Id, body: DissentIn) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    decision = queries.get_decision(user=request.user, candidate=candidate)
    services.note_dissent(
        decision=decision, text=body.text, by=request.user, at=request.now
    )
    return Status(204, None)


@router.post("/{candidate_id}/tell/", response=CandidateOut)
def tell_candidate(request: Request, candidate_id: Id, body: ToldOn) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.tell_candidate(
        candidate=candidate, on=body.on, by=request.user, at=request.now
    )
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)


@router.post("/{candidate_id}/hire/", response={201: HireOut})
def hire_candidate(request: Request, candidate_id: Id, body: HireIn) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    hire = services.hire_candidate(
        candidate=candidate, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, hire)


@router.post("/{candidate_id}/move/", response={201: HireOut})
def move_candidate(request: Request, candidate_id: Id, body: MoveIn) -> Any:
    """Somebody who is here already takes the role; deleting the hire takes it back."""
    user = request.user
    candidate = queries.get_candidate(user=user, candidate_id=candidate_id)
    manager = body.manager_id
    hire = services.move_candidate(
        candidate=candidate,
        starts_on=body.starts_on,
        manager=get_person(user=user, person_id=manager) if manager else None,
        leaves=[get_team(user=user, team_id=one) for one in set(body.leave_team_ids)],
        by=user,
        at=request.now,
    )
    return Status(201, hire)


@router.delete("/{candidate_id}/hire/", response={204: None})
def undo_hire(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.undo_hire(candidate=candidate, by=request.user, at=request.now)
    return Status(204, None)
