"""What waits for me in hiring: scorecards, candidates to erase, steps of a newcomer."""

from datetime import date
from typing import Any

from quarterdeck.domains.hiring import queries

from .lines import Need
from .links import page

SHOWN = 5
# What is said of an act whose words only the hiring team may know.
SAID = {
    "candidate.added": "wrote down a candidate",
    "candidate.edited": "edited a candidate",
    "candidate.withdrawn": "noted that a candidate stepped back",
    "candidate.returned": "took up a candidate again",
    "candidate.told": "noted that a candidate was told",
    "candidate.erased": "erased a candidate",
    "candidate.decided": "decided on a candidate",
    "candidate.decision_taken_back": "took back a decision on a candidate",
    "candidate.dissented": "noted that they see a decision differently",
    "candidate.dissent_withdrawn": "no longer sees a decision differently",
    "candidate.hired": "hired a candidate",
    "candidate.hire_undone": "took back a hire",
    "hiring_file.edited": "edited the file of a role",
    "hiring_team.joined": "let somebody onto a hiring team",
    "hiring_team.left": "took somebody off a hiring team",
    "hiring_team.decider_named": "named who decides on a role",
    "interview.planned": "planned an interview",
    "interview.moved": "moved an interview",
    "interview.cancelled": "cancelled an interview",
    "interview_question.added": "added an interview question",
    "interview_question.edited": "edited an interview question",
    "interview_question.removed": "removed an interview question",
    "interview_question.restored": "put back an interview question",
    "scorecard.written": "wrote on a scorecard",
    "scorecard.handed_in": "handed in a scorecard",
    "scorecard.opened": "opened the scores of a candidate",
    "onboarding.started": "started an onboarding",
    "onboarding.stopped": "stopped an onboarding",
    "onboarding.resumed": "took up an onboarding again",
    "onboarding.answered": "said how an onboarding was",
    "onboarding.answer_erased": "erased what they said about an onboarding",
    "open_role.opened": "opened the role",
    "open_role.edited": "edited the role",
    "open_role.paused": "paused the role",
    "open_role.reopened": "reopened the role",
    "open_role.filled": "filled the role",
    "open_role.closed": "closed the role",
}


def hiring_needs(user: Any, today: date) -> list[Need]:
    return [
        *_scorecards(user, today),
        *_to_erase(user, today),
        *_steps(user, today),
        *_questions(user, today),
    ]


def _scorecards(user: Any, today: date) -> list[Need]:
    return [
        Need(
            "clipboard-pen",
            f"Score the interview with {one.candidate}",
            f"{one.candidate.role} · {_when(one.planned_on, today)}",
            "Score",
            page("hiring:interview", one.pk),
        )
        for one in queries.scorecards_due(user, today)[:SHOWN]
    ]


def _to_erase(user: Any, today: date) -> list[Need]:
    due = list(queries.due_to_be_erased(user, today)[: SHOWN * 4])
    if not due:
        return []
    many = "1 candidate is" if len(due) == 1 else f"{len(due)} candidates are"
    return [
        Need(
            "eraser",
            f"{many} due to be erased",
            "kept as long as was agreed",
            "Look",
            page("hiring:due"),
        )
    ]


def _steps(user: Any, today: date) -> list[Need]:
    return [
        Need(
            "hand-helping",
            f"Onboarding of {one.person}",
            "1 step of yours is due"
            if one.due == 1
            else f"{one.due} steps of yours are due",
            "Look",
            page("hiring:onboarding", one.pk),
        )
        for one in queries.steps_due(user, today)[:SHOWN]
    ]


def _questions(user: Any, today: date) -> list[Need]:
    return [
        Need(
            "hand-helping",
            "Say how your first weeks were",
            "what was clear, what was missing",
            "Say it",
            page("hiring:onboarding", one.pk),
        )
        for one in queries.questions_due(user, today)[:SHOWN]
    ]


def _when(day: date, today: date) -> str:
    return "today" if day == today else f"{day.day} {day:%b}"
