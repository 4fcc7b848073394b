"""Decide about a candidate, in words tied to what was looked for; note who dissents."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, DecisionGround, Dissent, HiringDecision
from .candidates import NotDecided, kept_until
from .telling import locked_candidate, must_decide, tell_team

Outcome = HiringDecision.Outcome


class AlreadyDecided(RuleBroken):
    pass


class ScoresNotOpen(RuleBroken):
    pass


class NobodyMet(RuleBroken):
    pass


class NoGround(RuleBroken):
    pass


class CandidateIsHired(RuleBroken):
    pass


@transaction.atomic
def decide_on_candidate(
    *,
    candidate: Candidate,
    outcome: str,
    reason: str,
    by: Any,
    at: datetime,
    skills: Collection[Skill] = (),
    values: Collection[Value] = (),
) -> HiringDecision:
    """Hire, not, or later. From today the candidate is kept for the agreed months."""
    candidate = locked_candidate(candidate, by)
    must_decide(by, candidate.role)
    if hasattr(candidate, "decision"):
        raise AlreadyDecided(f"This is decided already: {candidate.decision.outcome}.")
    _refuse_unheard(candidate, outcome)
    if not (skills or values):
        raise NoGround("Name at least one skill or value that the reason rests on.")
    decision = HiringDecision.objects.create(
        candidate=candidate,
        outcome=outcome,
        reason=reason.strip(),
        decider_id=standing_of(by).person_id,
        created_at=at,
        updated_at=at,
    )
    DecisionGround.objects.bulk_create(
        [
            *(DecisionGround(decision=decision, skill=one) for one in skills),
            *(DecisionGround(decision=decision, value=one) for one in values),
        ]
    )
    until = kept_until(candidate.role, at.date())
    revise_privately(candidate, {"erase_on": until}, at=at)
    tell_team("candidate.decided", candidate, candidate.role_id, by=by, at=at)
    return decision


@transaction.atomic
def take_back_decision(*, candidate: Candidate, by: Any, at: datetime) -> None:
    """Think again; the scores stay open, and what was dissented from goes."""
    candidate = locked_candidate(candidate, by)
    must_decide(by, candidate.role)
    decision = HiringDecision.objects.filter(candidate=candidate).first()
    if decision is None:
        raise NotDecided(f"Nothing is decided about {candidate} yet.")
    if hasattr(candidate, "hire"):
        raise CandidateIsHired(f"{candidate} is hired. Take that back first.")
    decision.delete()
    revise_privately(candidate, {"told_on": None}, at=at)
    tell_team(
        "candidate.decision_taken_back", candidate, candidate.role_id, by=by, at=at
    )


@transaction.atomic
def note_dissent(
    *, decision: HiringDecision, text: str, by: Any, at: datetime
) -> Dissent | None:
    """Say that one sees it differently, and why; no words take it back."""
    candidate = locked_candidate(decision.candidate, by)
    me = Person.objects.get(pk=standing_of(by).person_id or 0)
    rows = Dissent.objects.filter(decision=decision, person=me)
    found = rows.first()
    if not text.strip():
        rows.delete()
        tell_team(
            "candidate.dissent_withdrawn", candidate, candidate.role_id, by=by, at=at
        )
        return None
    if found is None:
        found = Dissent(decision=decision, person=me, text="", created_at=at)
    found.text, found.updated_at = text.strip(), at
    found.save()
    tell_team("candidate.dissented", candidate, candidate.role_id, by=by, at=at)
    return found


def _refuse_unheard(candidate: Candidate, outcome: str) -> None:
    """Scores are opened before anything is decided, so that all were heard."""
    met = candidate.interviews.exists()
    if met and candidate.opened_at is None:
        raise ScoresNotOpen(
            f"Open the scores of {candidate} and talk about them first."
        )
    if not met and outcome == Outcome.HIRE:
        raise NobodyMet(f"Nobody has interviewed {candidate}.")
