"""Pairs of the people one leads, for programs: which are, which could be."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.mentoring import queries, services

from .authentication import may
from .mentoring import MentorshipOut
from .types import Id, RecordId, Request

router = Router(tags=["mentoring"], auth=may("mentoring", private=True))


class LedMentorshipOut(Schema):
    """That two people are a pair, and no word of theirs; the goal if it is shared."""

    mentee_id: int
    mentor_id: int
    goal: str
    starts_on: date
    ends_on: date
    standing: str


class ProposedPairOut(Schema):
    """One person with the mentor that was found, or with why there is none."""

    id: int
    person_id: int
    about: str
    mentor_id: int | None
    reasons: list[str]
    missing: list[str]
    next_best_id: int | None
    next_best_is_free: bool
    why_none: str
    is_suggested: bool


class PairingOut(Schema):
    id: int
    created_at: datetime
    is_being_made: bool
    lines: list[ProposedPairOut]


class ChosenPairs(Schema):
    line_ids: Annotated[list[RecordId], Field(min_length=1, max_length=500)]


@router.get("/led/", response=list[LedMentorshipOut])
def list_led_mentorships(request: Request) -> Any:
    """The newest 200 pairs in which somebody one leads is the mentee."""
    return [
        {**vars(one), "mentee_id": one.mentee.pk, "mentor_id": one.mentor.pk}
        for one in queries.pairs_of_led(request.user)
    ]


@router.post("/proposals/", response={202: PairingOut})
def propose_pairs(request: Request) -> Any:
    """A worker makes it; read it again until `is_being_made` is false."""
    proposal = services.propose_pairs(by=request.user, at=request.now)
    return Status(202, _told(request, proposal))


@router.get("/proposals/{pairing_id}/", response=PairingOut)
def get_pairing(request: Request, pairing_id: Id) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=pairing_id)
    return _told(request, proposal)


@router.post("/proposals/{pairing_id}/suggest/", response=list[MentorshipOut])
def suggest_pairs(request: Request, pairing_id: Id, body: ChosenPairs) -> Any:
    """Ask the two of each chosen pair; nothing begins before both agree."""
    proposal = queries.get_proposal(user=request.user, proposal_id=pairing_id)
    return services.suggest_pairs(
        proposal=proposal, line_ids=body.line_ids, by=request.user, at=request.now
    )


def _told(request: Request, proposal: Any) -> dict[str, Any]:
    lines = queries.lines_of(user=request.user, proposal=proposal)
    same = ("id", "person_id", "mentor_id", "next_best_id", "next_best_is_free")
    return {
        "id": proposal.pk,
        "created_at": proposal.created_at,
        "is_being_made": proposal.is_being_made,
        "lines": [
            {
                **{name: getattr(line.row, name) for name in (*same, "why_none")},
                "about": line.about,
                "reasons": line.reasons,
                "missing": line.missing,
                "is_suggested": line.row.suggested_id is not None,
            }
            for line in lines
        ],
    }
