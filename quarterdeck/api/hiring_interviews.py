"""Interviews and scorecards, each read by others only after one's own is handed in."""

from datetime import date, datetime, time
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .hiring import Seen
from .hiring_candidates import CandidateOut
from .moments import Day
from .types import Clock, Id, RecordId, Request, Text

router = Router(tags=["hiring"], auth=may("hiring", private=True))
interviews = Router(tags=["hiring"], auth=may("hiring", private=True))
Long = Annotated[Text, Field(max_length=2_000)]


class InterviewOut(Schema):
    id: int
    candidate_id: int
    interviewer_id: int | None
    planned_on: date
    planned_time: time | None
    handed_in_at: datetime | None
    version: int


class InterviewMove(Schema):
    planned_on: Day
    planned_time: Clock | None = None


class NewInterview(InterviewMove):
    person_id: RecordId


class ScoreOut(Schema):
    interview_id: int
    question_id: int
    score: int | None
    evidence: str


class ScoreIn(Schema):
    question_id: RecordId
    score: Annotated[int, Field(ge=1, le=4)] | None = None
    evidence: Long = ""


class ScorecardIn(Schema):
    version: Seen
    scores: Annotated[list[ScoreIn], Field(max_length=100)]


@router.get("/{candidate_id}/interviews/", response=list[InterviewOut])
def list_interviews(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    rows = queries.interviews_visible_to(request.user).filter(candidate=candidate)
    return list(rows[:50])


@router.post("/{candidate_id}/interviews/", response={201: InterviewOut})
def plan_interview(request: Request, candidate_id: Id, body: NewInterview) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    given = body.dict()
    person = get_person(user=request.user, person_id=given.pop("person_id"))
    planned = services.plan_interview(
        candidate=candidate, person=person, **given, by=request.user, at=request.now
    )
    return Status(201, planned)


@router.get("/{candidate_id}/scores/", response=list[ScoreOut])
def list_scores(request: Request, candidate_id: Id) -> Any:
    """One's own; those of the others once one has handed in, or they are opened."""
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    rows = queries.scores_visible_to(request.user)
    found = rows.filter(interview__candidate=candidate)
    return list(found.order_by("question_id", "interview_id")[:2_000])


@router.post("/{candidate_id}/open/", response=CandidateOut)
def open_scores(request: Request, candidate_id: Id) -> Any:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.open_scores(candidate=candidate, by=request.user, at=request.now)
    return queries.get_candidate(user=request.user, candidate_id=candidate_id)


@interviews.put("/{interview_id}/scorecard/", response=InterviewOut)
def write_scorecard(request: Request, interview_id: Id, body: ScorecardIn) -> Any:
    """Keep a draft of one's own scores."""
    return _score(request, interview_id, body, services.write_scorecard)


@interviews.post("/{interview_id}/hand-in/", response=InterviewOut)
def hand_in_scorecard(request: Request, interview_id: Id, body: ScorecardIn) -> Any:
    """Hand in for good: every question with a score and its evidence."""
    return _score(request, interview_id, body, services.hand_in_scorecard)


@interviews.post("/{interview_id}/move/", response=InterviewOut)
def move_interview(request: Request, interview_id: Id, body: InterviewMove) -> Any:
    interview = queries.get_interview(user=request.user, interview_id=interview_id)
    return services.move_interview(
        interview=interview, **body.dict(), by=request.user, at=request.now
    )


@interviews.delete("/{interview_id}/", response={204: None})
def cancel_interview(request: Request, interview_id: Id) -> Any:
    interview = queries.get_interview(user=request.user, interview_id=interview_id)
    services.cancel_interview(interview=interview, by=request.user, at=request.now)
    return Status(204, None)


def _score(request: Request, interview_id: int, body: ScorecardIn, act: Any) -> Any:
    interview = queries.get_own_interview(user=request.user, interview_id=interview_id)
    scores = {one.question_id: (one.score, one.evidence) for one in body.scores}
    return act(
        interview=interview,
        scores=scores,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
