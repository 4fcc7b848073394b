"""Candidates, interviews, scorecards and decisions, for the hiring team's programs."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field, model_validator

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .hiring import Seen, Title
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

of_roles = Router(tags=["hiring"], auth=may("hiring", private=True))
router = Router(tags=["hiring"], auth=may("hiring", private=True))
interviews = Router(tags=["hiring"], auth=may("hiring", private=True))
Long = Annotated[Text, Field(max_length=2_000)]
Reason = Annotated[Text, Field(min_length=1, max_length=2_000, pattern=r"\S")]
Ids = Annotated[list[RecordId], Field(max_length=50)]


class CandidateOut(Schema):
    id: int
    role_id: int
    person_id: int | None
    name: str
    source: str
    contact: str
    erase_on: date
    withdrew_at: datetime | None
    opened_at: datetime | None
    told_on: date | None
    planned: int = 0
    handed_in: int = 0
    outcome: str = ""
    version: int

    @staticmethod
    def resolve_outcome(row: Any) -> str:
        return str(getattr(getattr(row, "decision", None), "outcome", ""))


class NewCandidate(Schema):
    name: Annotated[Text, Field(max_length=200)] = ""
    person_id: RecordId | None = None
    source: Annotated[Text, Field(max_length=200)] = ""
    contact: Annotated[Text, Field(max_length=300)] = ""

    @model_validator(mode="after")
    def is_somebody(self) -> "NewCandidate":
        if self.person_id is None and not self.name.strip():
            raise ValueError("Write a name, or the number of somebody who is here.")
        return self


class CandidateChanges(Schema):
    version: Seen
    name: Title | None = None
    source: Annotated[Text, Field(max_length=200)] | None = None
    contact: Annotated[Text, Field(max_length=300)] | None = None
    erase_on: Day | None = None


@of_roles.get("/{open_role_id}/candidates/", response=Listing[CandidateOut])
def list_candidates(request: Request, open_role_id: Id, window: WindowQuery) -> Any:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    rows = queries.candidates_visible_to(request.user).filter(role=role)
    return listing(queries.with_stages(rows), window)


@of_roles.post("/{open_role_id}/candidates/", response={201: CandidateOut})
def add_candidate(request: Request, open_role_id: Id, body: NewCandidate) -> Any:
    """By name, or with the number of somebody who is here and would move."""
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    given = body.dict()
    person_id = given.pop("person_id")
    person = get_person(user=request.user, person_id=person_id) if person_id else None
    added = services.add_candidate(
        role=role, person=person, **given, by=request.user, at=request.now
    )
    return Status(201, added)


@router.get("/due/", response=Listing[CandidateOut])
def list_candidates_due(request: Request, window: WindowQuery) -> Any:
    """Those whose time is over, where one decides."""
    rows = queries.due_to_be_erased(request.user, request.now.date())
    return listing(rows, window)


@router.post("/due/erase/", response={204: None})
def erase_due_candidates(request: Request) -> Any:
    today = request.now.date()
    services.erase_due_candidates(by=request.user, at=request.now, today=today)
    return Status(204, None)


@router.get("/{candidate_id}/", response=CandidateOut)
def get_candidate(request: Request, candidate_id: Id) -> Any:
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)


@router.patch("/{candidate_id}/", response=CandidateOut)
def edit_candidate(request: Request, candidate_id: Id, body: CandidateChanges) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    services.edit_candidate(
        candidate=candidate,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)


@router.delete("/{candidate_id}/", response={204: None})
def erase_candidate(request: Request, candidate_id: Id) -> Any:
    """Erase everything of somebody, for good."""
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.erase_candidate(candidate=candidate, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/{candidate_id}/withdraw/", response=CandidateOut)
def withdraw_candidate(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.withdraw_candidate(candidate=candidate, by=request.user, at=request.now)
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)


@router.post("/{candidate_id}/return/", response=CandidateOut)
def return_candidate(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.return_candidate(candidate=candidate, by=request.user, at=request.now)
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)
