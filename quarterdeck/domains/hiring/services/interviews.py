"""Interviews and scorecards: each handed in before its writer reads another's."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import Candidate, HiringMember, Interview, InterviewQuestion, Score
from ..permissions import is_interviewer
from .telling import locked_candidate, locked_role, must_decide, tell_team

Written = Mapping[int, tuple[int | None, str]]  # question → score and evidence


class NoQuestionsYet(RuleBroken):
    pass


class NotOnHiringTeam(RuleBroken):
    pass


class AlreadyPlanned(RuleBroken):
    pass


class ScoresAreOpen(RuleBroken):
    pass


class AlreadyHandedIn(RuleBroken):
    pass


class EvidenceMissing(RuleBroken):
    pass


class SomebodyHasToHandIn(RuleBroken):
    pass


class CandidateWithdrew(RuleBroken):
    pass


@transaction.atomic
def plan_interview(
    *,
    candidate: Candidate,
    person: Person,
    planned_on: date,
    by: Any,
    at: datetime,
    planned_time: time | None = None,
) -> Interview:
    """Say who meets the candidate, and when. The questions are settled before."""
    candidate = _still_met(candidate, by)
    if not _questions(candidate):
        raise NoQuestionsYet(
            "Write the questions first, so that every candidate is asked the same."
        )
    on_team = HiringMember.objects.filter(role=candidate.role, person=person)
    if not on_team.exists():
        raise NotOnHiringTeam(f"{person} is not on the hiring team.")
    interview, is_new = Interview.objects.get_or_create(
        candidate=candidate,
        interviewer=person,
        defaults={
            "planned_on": planned_on,
            "planned_time": planned_time,
            "created_at": at,
            "updated_at": at,
        },
    )
    if not is_new:
        raise AlreadyPlanned(f"{person} meets {candidate} already. Move that instead.")
    tell_team("interview.planned", interview, candidate.role_id, by=by, at=at)
    return interview


@transaction.atomic
def move_interview(
    *,
    interview: Interview,
    planned_on: date,
    by: Any,
    at: datetime,
    planned_time: time | None = None,
) -> Interview:
    interview = _unfinished(interview, by)
    changes = {"planned_on": planned_on, "planned_time": planned_time}
    if revise_privately(interview, changes, at=at):
        _tell("interview.moved", interview, by, at)
    return interview


@transaction.atomic
def cancel_interview(*, interview: Interview, by: Any, at: datetime) -> None:
    """Nobody meets; what was drafted goes. What is handed in cannot be cancelled."""
    interview = _unfinished(interview, by)
    row_id = interview.pk
    interview.delete()
    interview.pk = row_id
    _tell("interview.cancelled", interview, by, at)


@transaction.atomic
def write_scorecard(
    *,
    interview: Interview,
    scores: Written,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Interview:
    """Keep a draft of one's scores; nobody else reads it."""
    interview = _own(interview, by)
    _write(interview, scores, at, seen_version)
    _tell_writer("scorecard.written", interview, by, at)
    return interview


@transaction.atomic
def hand_in_scorecard(
    *,
    interview: Interview,
    by: Any,
    at: datetime,
    scores: Written | None = None,
    seen_version: int | None = None,
) -> Interview:
    """Hand in for good: every question scored, every score with its evidence.

    There is no way back. From here on its writer reads the others, and a score that
    could still change would no longer be their own.
    """
    interview = _own(interview, by)
    if scores is not None:
        _write(interview, scores, at, seen_version)
    _refuse_gaps(interview)
    interview.version, interview.updated_at = interview.version + 1, at
    interview.handed_in_at = at
    interview.save(update_fields=["handed_in_at", "version", "updated_at"])
    _tell("scorecard.handed_in", interview, by, at)
    return interview


@transaction.atomic
def open_scores(*, candidate: Candidate, by: Any, at: datetime) -> Candidate:
    """Show all scores to the whole hiring team and talk; nobody scores after it."""
    candidate = locked_candidate(candidate, by)
    must_decide(by, candidate.role)
    if candidate.opened_at is not None:
        raise ScoresAreOpen(f"The scores of {candidate} are open already.")
    interviews = list(candidate.interviews.select_related("interviewer"))
    waiting = [one for one in interviews if one.handed_in_at is None]
    named = [str(one.interviewer) for one in waiting if one.interviewer_id]
    if named:
        raise SomebodyHasToHandIn(
            f"{' and '.join(named)} did not hand in yet. Wait, or cancel the interview."
        )
    if len(waiting) == len(interviews):
        raise SomebodyHasToHandIn(f"Nobody has interviewed {candidate} yet.")
    revise_privately(candidate, {"opened_at": at}, at=at)
    tell_team("scorecard.opened", candidate, candidate.role_id, by=by, at=at)
    return candidate


def _still_met(candidate: Candidate, by: Any) -> Candidate:
    """Return the candidate, if somebody may still meet them without having read."""
    candidate = locked_candidate(candidate, by)
    if candidate.withdrew_at is not None:
        raise CandidateWithdrew(f"{candidate} stepped back.")
    if candidate.opened_at is not None or hasattr(candidate, "decision"):
        raise ScoresAreOpen(
            f"The scores of {candidate} are open to the hiring team. Somebody who"
            " interviews now would have read them before."
        )
    return candidate


def _unfinished(interview: Interview, by: Any) -> Interview:
    candidate = locked_candidate(interview.candidate, by)
    return _refuse_handed_in(_again(interview, candidate))


def _own(interview: Interview, by: Any) -> Interview:
    locked_role(interview.candidate.role_id)  # before it its questions may change
    candidate = locked_candidate(interview.candidate, by)
    interview = _refuse_handed_in(_again(interview, candidate))
    if not is_interviewer(by, interview):
        raise PermissionDenied
    if candidate.withdrew_at is not None:
        raise CandidateWithdrew(f"{candidate} stepped back.")
    return interview


def _again(interview: Interview, candidate: Candidate) -> Interview:
    found = Interview.objects.select_for_update().get(pk=interview.pk)
    found.candidate = candidate
    return found


def _refuse_handed_in(interview: Interview) -> Interview:
    if interview.handed_in_at is not None:
        raise AlreadyHandedIn("This scorecard is handed in; it stays as it is.")
    return interview


def _write(
    interview: Interview, scores: Written, at: datetime, seen: int | None
) -> None:
    if seen is not None and seen < interview.version:
        _refuse_stale(interview, scores)
    asked = {question.pk for question in _questions(interview.candidate)}
    for question_id, (score, evidence) in scores.items():
        if question_id in asked:
            Score.objects.update_or_create(
                interview=interview,
                question_id=question_id,
                defaults={"score": score, "evidence": evidence.strip()},
            )
    interview.version += 1
    interview.updated_at = at
    interview.save(update_fields=["version", "updated_at"])


def _refuse_stale(interview: Interview, scores: Written) -> None:
    """One's own other tab saved in between: both texts are shown."""
    there = {row.question_id: row for row in interview.scores.all()}
    conflicts = tuple(
        Conflict("evidence", theirs=there[pk].evidence, yours=evidence, by="")
        for pk, (score, evidence) in scores.items()
        if pk in there and (there[pk].score, there[pk].evidence) != (score, evidence)
    )
    if conflicts:
        raise StaleEdit(conflicts)


def _refuse_gaps(interview: Interview) -> None:
    whole = interview.scores.filter(score__isnull=False).exclude(evidence="")
    done = set(whole.values_list("question_id", flat=True))
    asked = [question.pk for question in _questions(interview.candidate)]
    gaps = [str(n) for n, pk in enumerate(asked, 1) if pk not in done]
    if gaps:
        noun = "Question" if len(gaps) == 1 else "Questions"
        raise EvidenceMissing(
            f"{noun} {', '.join(gaps)}: give a score and write what you heard."
        )


def _questions(candidate: Candidate) -> list[InterviewQuestion]:
    rows = InterviewQuestion.objects.filter(role_id=candidate.role_id, removed_at=None)
    return list(rows.order_by("id"))


def _tell(verb: str, interview: Interview, by: Any, at: datetime) -> None:
    tell_team(verb, interview, interview.candidate.role_id, by=by, at=at)


def _tell_writer(verb: str, interview: Interview, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=interview, at=at, audience=activity.private(by.pk)
    )
