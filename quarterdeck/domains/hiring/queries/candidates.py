"""Candidates, interviews and scores: for the hiring team, each score in its time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership
from quarterdeck.domains.people.permissions import can_staff, is_member, standing_of

from ..models import (
    Candidate,
    Dissent,
    HiringDecision,
    HiringMember,
    Interview,
    InterviewQuestion,
    Score,
)
from ..rules import Spread, spread_of


def candidates_visible_to(user: Any) -> QuerySet[Candidate]:
    """Return the candidates of the hiring teams this user is on; nobody else's."""
    me = standing_of(user).person_id
    if me is None or not is_member(user):
        return Candidate.objects.none()
    mine = HiringMember.objects.filter(person_id=me).values("role_id")
    rows = Candidate.objects.filter(role_id__in=mine).order_by("-id")
    return while_private_rooms_are_open(user, rows)


def with_stages(rows: QuerySet[Candidate]) -> QuerySet[Candidate]:
    """Fetch what tells how far each of them is."""
    handed_in = Count("interviews", filter=Q(interviews__handed_in_at__isnull=False))
    rows = rows.select_related("decision", "hire__person", "role__team")
    return rows.annotate(planned=Count("interviews"), handed_in=handed_in)


def get_candidate(*, user: Any, candidate_id: int) -> Candidate:
    return with_stages(candidates_visible_to(user)).get(pk=candidate_id)


def interviews_visible_to(user: Any) -> QuerySet[Interview]:
    """Return who meets whom and when; what they wrote is another question."""
    visible = candidates_visible_to(user).order_by().values("pk")
    rows = Interview.objects.filter(candidate_id__in=visible)
    return rows.select_related("candidate__role", "interviewer__user")


def get_interview(*, user: Any, interview_id: int) -> Interview:
    return interviews_visible_to(user).get(pk=interview_id)


def get_own_interview(*, user: Any, interview_id: int) -> Interview:
    """Return the interview whose scorecard this user writes."""
    me = standing_of(user).person_id or 0
    return interviews_visible_to(user).filter(interviewer_id=me).get(pk=interview_id)


def scores_visible_to(user: Any) -> QuerySet[Score]:
    """Return one's own scores, and those of others once one has handed in oneself.

    Who did not interview reads them when the scores of the candidate are opened, which
    is possible only after everybody handed in. Drafts are their writer's alone.
    """
    me = standing_of(user).person_id or 0
    visible = candidates_visible_to(user).order_by().values("pk")
    own = Interview.objects.filter(
        candidate_id=OuterRef("interview__candidate_id"), interviewer_id=me
    )
    i_handed_in = Exists(own.filter(handed_in_at__isnull=False))
    i_wait = Exists(own.filter(handed_in_at__isnull=True))
    open_to_all = Q(interview__candidate__opened_at__isnull=False) & ~Q(i_wait)
    others = Q(interview__handed_in_at__isnull=False) & (Q(i_handed_in) | open_to_all)
    return Score.objects.filter(
        Q(interview__interviewer_id=me) | others,
        interview__candidate_id__in=visible,
    )


def scorecard_of(*, user: Any, interview: Interview) -> dict[int, Score]:
    """Return what this user wrote in one interview, by question."""
    me = standing_of(user).person_id or 0
    rows = scores_visible_to(user).filter(
        interview=interview, interview__interviewer_id=me
    )
    return {row.question_id: row for row in rows}


@dataclass(frozen=True)
class Line:
    """One question of the matrix, with what each interviewer scored and heard."""

    question: InterviewQuestion
    scores: list[Score | None]  # in the order of the interviewers
    spread: Spread


@dataclass(frozen=True)
class Matrix:
    """Questions × interviewers, as far as the reader may see them. No sum, no rank."""

    interviews: list[Interview]
    lines: list[Line]
    waiting: int  # scorecards that are not handed in yet

    @property
    def to_talk_about(self) -> int:
        return sum(line.spread.talk_about for line in self.lines)


def matrix_of(*, user: Any, candidate: Candidate) -> Matrix | None:
    """Return the scores side by side; None while the reader has to hand in first."""
    interviews = list(interviews_visible_to(user).filter(candidate=candidate)[:50])
    handed_in = [one for one in interviews if one.handed_in_at is not None]
    rows = scores_visible_to(user).filter(interview__in=handed_in)
    found: dict[int, dict[int, Score]] = defaultdict(dict)
    for score in rows:
        found[score.question_id][score.interview_id] = score
    shown = [one for one in handed_in if _is_shown(one.pk, found)]
    if not shown:
        return None
    questions = InterviewQuestion.objects.filter(pk__in=found)
    questions = questions.select_related("skill", "value").order_by("id")
    lines = [_line(question, shown, found[question.pk]) for question in questions]
    return Matrix(shown, lines, len(interviews) - len(handed_in))


def _is_shown(interview_id: int, found: dict[int, dict[int, Score]]) -> bool:
    return any(interview_id in scores for scores in found.values())


def _line(
    question: InterviewQuestion, shown: list[Interview], given: dict[int, Score]
) -> Line:
    scores = [given.get(one.pk) for one in shown]
    spread = spread_of(one.score for one in scores if one and one.score)
    return Line(question, scores, spread)


def decision_of(*, user: Any, candidate: Candidate) -> HiringDecision | None:
    visible = candidates_visible_to(user).order_by().values("pk")
    rows = HiringDecision.objects.filter(candidate=candidate, candidate__in=visible)
    rows = rows.select_related("decider").prefetch_related(
        "grounds__skill", "grounds__value", "dissents__person"
    )
    return rows.first()


def get_decision(*, user: Any, candidate: Candidate) -> HiringDecision:
    found = decision_of(user=user, candidate=candidate)
    if found is None:
        raise HiringDecision.DoesNotExist
    return found


def dissent_of(user: Any, decision: HiringDecision) -> Dissent | None:
    """Return what this user noted against it."""
    me = standing_of(user).person_id or 0
    visible = candidates_visible_to(user).order_by().values("pk")
    rows = decision.dissents.filter(decision__candidate__in=visible)
    return rows.filter(person_id=me).first()


def due_to_be_erased(user: Any, today: date) -> QuerySet[Candidate]:
    """Return candidates whose time is over, where this user decides."""
    me = standing_of(user).person_id or 0
    mine = HiringMember.objects.filter(person_id=me, decides=True).values("role_id")
    rows = candidates_visible_to(user).filter(role_id__in=mine, erase_on__lte=today)
    return rows.select_related("role").order_by("erase_on", "id")


def scorecards_due(user: Any, today: date) -> QuerySet[Interview]:
    """Return one's interviews up to today whose scorecard is not handed in."""
    me = standing_of(user).person_id or 0
    rows = interviews_visible_to(user).filter(interviewer_id=me, handed_in_at=None)
    running = rows.filter(candidate__withdrew_at=None, planned_on__lte=today)
    return running.order_by("planned_on", "id")


def teams_to_leave(*, user: Any, candidate: Candidate) -> list[Team]:
    """Return the teams of somebody who would move, as far as the user looks after them."""
    rows = Membership.objects.filter(person_id=candidate.person_id or 0)
    rows = rows.exclude(team_id=candidate.role.team_id or 0).select_related("team")
    found = [row.team for row in rows.order_by("team__path")]
    return [team for team in found if can_staff(user, team)]
