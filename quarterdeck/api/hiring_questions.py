"""The questions of an interview, for the hiring team's programs."""

from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.people.queries import get_skill
from quarterdeck.domains.strategy.queries import get_value

from .authentication import may
from .hiring import Seen
from .types import Id, RecordId, Request, Text

of_roles = Router(tags=["hiring"], auth=may("hiring", private=True))
questions = Router(tags=["hiring"], auth=may("hiring", private=True))
Said = Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]


class InterviewQuestionOut(Schema):
    id: int
    text: str
    skill_id: int | None
    value_id: int | None
    weak: str
    good: str
    strong: str
    version: int


class NewInterviewQuestion(Schema):
    text: Said
    weak: Said
    good: Said
    strong: Said
    skill_id: RecordId | None = None
    value_id: RecordId | None = None


class InterviewQuestionChanges(Schema):
    version: Seen
    text: Said | None = None
    weak: Said | None = None
    good: Said | None = None
    strong: Said | None = None


@of_roles.get(
    "/{open_role_id}/questions/",
    response=list[InterviewQuestionOut],
)
def list_interview_questions(request: Request, open_role_id: Id) -> Any:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    return queries.questions_of(user=request.user, role=role)


@of_roles.post("/{open_role_id}/questions/", response={201: InterviewQuestionOut})
def add_interview_question(
    request: Request, open_role_id: Id, body: NewInterviewQuestion
) -> Any:
    user, given = request.user, body.dict()
    role = queries.get_hiring_role(user=user, role_id=open_role_id)
    skill_id, value_id = given.pop("skill_id"), given.pop("value_id")
    added = services.add_question(
        role=role,
        skill=get_skill(user=user, skill_id=skill_id) if skill_id else None,
        value=get_value(user=user, value_id=value_id) if value_id else None,
        **given,
        by=user,
        at=request.now,
    )
    return Status(201, added)


@questions.patch("/{question_id}/", response=InterviewQuestionOut)
def edit_interview_question(
    request: Request, question_id: Id, body: InterviewQuestionChanges
) -> Any:
    question = queries.get_question(user=request.user, question_id=question_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    return services.edit_question(
        question=question,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )


@questions.delete("/{question_id}/", response={204: None})
def remove_interview_question(request: Request, question_id: Id) -> Any:
    question = queries.get_question(user=request.user, question_id=question_id)
    services.remove_question(question=question, by=request.user, at=request.now)
    return Status(204, None)


@questions.post("/{question_id}/restore/", response=InterviewQuestionOut)
def restore_interview_question(request: Request, question_id: Id) -> Any:
    question = queries.get_question(user=request.user, question_id=question_id)
    services.restore_question(question=question, by=request.user, at=request.now)
    return queries.get_question(user=request.user, question_id=question_id)
