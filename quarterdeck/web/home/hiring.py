"""What waits for me in hiring: scorecards, candidates to erase, steps of a newcomer."""

from collections import Counter
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
    waiting = queries.waiting_for(user, today)
    by_kind = {kind: [one for one in waiting if one.kind == kind] for kind in "1234"}
    return [
        *(_to_score(one, today) for one in by_kind[queries.SCORE][:SHOWN]),
        *(_to_answer(one) for one in by_kind[queries.ANSWER][:SHOWN]),
        *_steps(by_kind[queries.STEP]),
        *_to_erase(by_kind[queries.ERASE]),
    ]


def _to_score(one: queries.Waiting, today: date) -> Need:
    when = "today" if one.on == today else f"{one.on.day} {one.on:%b}"
    return Need(
        "clipboard-pen",
        f"Score the interview with {one.name}",
        f"{one.beside} · {when}",
        "Score",
        page("hiring:interview", one.record_id),
    )


def _to_answer(one: queries.Waiting) -> Need:
    return Need(
        "hand-helping",
        "Say how your first weeks were",
        "what was clear, what was missing",
        "Say it",
        page("hiring:onboarding", one.record_id),
    )


def _steps(due: list[queries.Waiting]) -> list[Need]:
    """One line for each onboarding, with how many steps are due in it."""
    found = {one.record_id: one.name for one in due}
    many = Counter(one.record_id for one in due)
    return [
        Need(
            "hand-helping",
            f"Onboarding of {name}",
            f"{many[pk]} {'step' if many[pk] == 1 else 'steps'} of yours due",
            "Look",
            page("hiring:onboarding", pk),
        )
        for pk, name in list(found.items())[:SHOWN]
    ]


def _to_erase(due: list[queries.Waiting]) -> list[Need]:
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
