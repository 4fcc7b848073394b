"""Skill evidence for programs: shown by oneself, confirmed by somebody who can tell."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development import queries, services
from quarterdeck.domains.people.queries import get_person, get_skill, person_of
from quarterdeck.domains.projects.queries import get_task

from .authentication import may
from .development import Level, Words
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["development"], auth=may("development", private=True))
Said = Annotated[Text, Field(min_length=1, max_length=600)]


class SkillProofOut(Schema):
    id: int
    person_id: int
    skill_id: int
    level: int
    what: str
    task_id: int | None
    asked_id: int | None
    answer: str
    reply: str
    created_at: datetime
    answered_at: datetime | None


class NewSkillProof(Schema):
    skill_id: RecordId
    level: Level
    what: Said
    asked_id: RecordId
    task_id: RecordId | None = None


class ProofReply(Schema):
    reply: Words = ""


class ProofRefusal(Schema):
    reply: Said


@router.get("/", response=Listing[SkillProofOut])
def list_skill_proofs(request: Request, window: WindowQuery) -> Any:
    """One's own, those of people one leads, and those one was asked about."""
    return listing(queries.proofs_visible_to(request.user), window)


@router.post("/", response={201: SkillProofOut})
def show_skill(request: Request, body: NewSkillProof) -> Any:
    user = request.user
    person = person_of(user)
    proof = services.show_skill(
        person=person or get_person(user=user, person_id=0),
        skill=get_skill(user=user, skill_id=body.skill_id),
        level=body.level,
        what=body.what,
        asked=get_person(user=user, person_id=body.asked_id),
        task=get_task(user=user, task_id=body.task_id) if body.task_id else None,
        by=user,
        at=request.now,
    )
    return Status(201, proof)


@router.get("/{proof_id}/", response=SkillProofOut)
def get_skill_proof(request: Request, proof_id: Id) -> Any:
    return queries.get_proof(user=request.user, proof_id=proof_id)


@router.post("/{proof_id}/confirm/", response=SkillProofOut)
def confirm_skill_proof(request: Request, proof_id: Id, body: ProofReply) -> Any:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    return services.confirm_proof(
        proof=proof,
        **body.dict(),
        by=request.user,
        at=request.now,
        on=request.now.date(),
    )


@router.post("/{proof_id}/decline/", response=SkillProofOut)
def decline_skill_proof(request: Request, proof_id: Id, body: ProofRefusal) -> Any:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    return services.decline_proof(
        proof=proof, **body.dict(), by=request.user, at=request.now
    )


@router.post("/{proof_id}/withdraw/", response=SkillProofOut)
def withdraw_skill_proof(request: Request, proof_id: Id) -> Any:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    return services.withdraw_proof(proof=proof, by=request.user, at=request.now)
