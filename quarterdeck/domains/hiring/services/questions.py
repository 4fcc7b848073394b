"""The questions, settled before anybody scores: then the same for every candidate."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.errors import RuleBroken

from ..models import InterviewQuestion, OpenRole
from ..queries.roles import scoring_began
from .telling import locked_role, must_be_on_team, tell_team

MOST = 30


class ScoringBegan(RuleBroken):
    pass


class NotTied(RuleBroken):
    pass


class TooManyQuestions(RuleBroken):
    pass


@transaction.atomic
def add_question(
    *,
    role: OpenRole,
    text: str,
    weak: str,
    good: str,
    strong: str,
    by: Any,
    at: datetime,
    skill: Skill | None = None,
    value: Value | None = None,
) -> InterviewQuestion:
    """Ask about one skill or one value, with what answers of three kinds are like."""
    role = _open_to_change(role, by)
    _refuse_untied(skill, value)
    if InterviewQuestion.objects.filter(role=role, removed_at=None).count() >= MOST:
        raise TooManyQuestions(f"An interview has at most {MOST} questions.")
    question = InterviewQuestion.objects.create(
        role=role,
        text=text.strip(),
        weak=weak,
        good=good,
        strong=strong,
        skill=skill,
        value=value,
        created_at=at,
        updated_at=at,
    )
    tell_team("interview_question.added", question, role.pk, by=by, at=at)
    return question


@transaction.atomic
def edit_question(
    *,
    question: InterviewQuestion,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> InterviewQuestion:
    role = _open_to_change(question.role, by)
    question = _locked(question)
    wanted = {"skill": question.skill, "value": question.value, **changes}
    _refuse_untied(wanted["skill"], wanted["value"])
    if revise_privately(question, changes, at=at, seen_version=seen_version):
        tell_team("interview_question.edited", question, role.pk, by=by, at=at)
    return question


@transaction.atomic
def remove_question(*, question: InterviewQuestion, by: Any, at: datetime) -> None:
    role = _open_to_change(question.role, by)
    if revise_privately(_locked(question), {"removed_at": at}, at=at):
        tell_team("interview_question.removed", question, role.pk, by=by, at=at)


@transaction.atomic
def restore_question(*, question: InterviewQuestion, by: Any, at: datetime) -> None:
    role = _open_to_change(question.role, by)
    if revise_privately(_locked(question), {"removed_at": None}, at=at):
        tell_team("interview_question.restored", question, role.pk, by=by, at=at)


def _open_to_change(role: OpenRole, by: Any) -> OpenRole:
    role = locked_role(role.pk)
    must_be_on_team(by, role)
    if scoring_began(role):
        raise ScoringBegan(
            "Somebody has begun to score with these questions. They stay as they are,"
            " so that every candidate is asked the same."
        )
    return role


def _refuse_untied(skill: Skill | None, value: Value | None) -> None:
    if (skill is None) == (value is None):
        raise NotTied("A question is about one skill or about one value.")


def _locked(question: InterviewQuestion) -> InterviewQuestion:
    rows = InterviewQuestion.objects.select_for_update(of=("self",))
    return rows.select_related("role", "skill", "value").get(pk=question.pk)
