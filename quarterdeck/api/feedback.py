"""Feedback for programs: the same verbs as the screens, for whom it names alone."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_task

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["feedback"], auth=may("feedback", private=True))
Words = Annotated[Text, Field(max_length=5_000)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class ReaderOut(Schema):
    user_id: int
    standing: str
    seen_at: datetime | None


class FeedbackOut(Schema):
    id: int
    writer_id: int | None
    receiver_id: int
    request_id: int | None
    task_id: int | None
    goal_id: int | None
    visibility: str
    situation: str
    behavior: str
    impact: str
    text: str
    given_at: datetime | None
    withdrawn_at: datetime | None
    read_at: datetime | None
    thanked_at: datetime | None
    reply: str
    replied_at: datetime | None
    readers: list[ReaderOut]
    version: int

    @staticmethod
    def resolve_task_id(row: Any) -> int | None:
        """A task is named only to who may see it."""
        return row.task_id if getattr(row, "task_seen", False) else None


class WordingOut(Schema):
    until: datetime
    situation: str
    behavior: str
    impact: str
    text: str


class FeedbackNoteOut(Schema):
    text: str
    version: int


class FeedbackDetail(FeedbackOut):
    wordings: list[WordingOut]
    note: FeedbackNoteOut | None


class FeedbackParts(Schema):
    """Situation, behaviour and impact together, or `text` in one's own form."""

    situation: Words | None = None
    behavior: Words | None = None
    impact: Words | None = None
    text: Words | None = None

    @property
    def written(self) -> dict[str, str]:
        names = ("situation", "behavior", "impact", "text")
        given = {name: getattr(self, name) for name in names}
        return {name: text for name, text in given.items() if text is not None}


class NewFeedback(FeedbackParts):
    """`leaders` are the people you were shown; who is not among them is not let in."""

    receiver_id: RecordId
    visibility: Literal["person", "leaders"]
    leaders: Annotated[list[RecordId], Field(max_length=100)] | None = None
    request_id: RecordId | None = None
    task_id: RecordId | None = None
    goal_id: RecordId | None = None


class ChangedFeedback(FeedbackParts):
    version: Version


class FeedbackReply(Schema):
    reply: Annotated[Text, Field(min_length=1, max_length=5_000)]


class NewFeedbackNote(Schema):
    text: Words
    version: Version | None = None


class BoxQuery(Schema):
    box: Literal["received", "given", "shared", "drafts"] = "received"


class NamedLeaderOut(Schema):
    id: int
    name: str


@router.get("/", response=Listing[FeedbackOut])
def list_feedback(
    request: Request, window: WindowQuery, of: Annotated[BoxQuery, Query()]
) -> Any:
    boxes = {
        "received": queries.received_by,
        "given": queries.given_by,
        "shared": queries.shared_with,
        "drafts": queries.drafts_of,
    }
    return listing(boxes[of.box](request.user), window)


@router.get("/leaders/{person_id}/", response=list[NamedLeaderOut])
def list_leaders(request: Request, person_id: Id) -> Any:
    """Who would read it with `visibility` “leaders”, named before you write."""
    person = get_person(user=request.user, person_id=person_id)
    found = queries.leaders_of(person, request.now.date())
    return [one for one in found if one.user_id != request.user.pk]


@router.post("/", response={201: FeedbackOut})
def give_feedback(request: Request, body: NewFeedback) -> Any:
    given = services.give_feedback(**_arguments(request, body))
    return Status(201, _one(request, given.pk))


@router.post("/drafts/", response={201: FeedbackOut})
def draft_feedback(request: Request, body: NewFeedback) -> Any:
    kept = services.draft_feedback(**_arguments(request, body))
    return Status(201, _one(request, kept.pk))


@router.get("/{feedback_id}/", response=FeedbackDetail)
def get_feedback(request: Request, feedback_id: Id) -> Any:
    found = _one(request, feedback_id)
    fields = {name: getattr(found, name) for name in FeedbackOut.model_fields}
    return {
        **fields,
        "task_id": found.task_id if found.task_seen else None,
        "task_seen": found.task_seen,
        "readers": list(found.readers.all()),
        "wordings": queries.wordings_of(request.user, found),
        "note": queries.note_of(request.user, found),
    }


@router.patch("/{feedback_id}/", response=FeedbackOut)
def edit_feedback(request: Request, feedback_id: Id, body: ChangedFeedback) -> Any:
    services.edit_feedback(
        feedback=_one(request, feedback_id),
        words=body.written,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _one(request, feedback_id)


@router.put("/{feedback_id}/draft/", response=FeedbackOut)
def save_draft(request: Request, feedback_id: Id, body: ChangedFeedback) -> Any:
    services.save_draft(
        feedback=_one(request, feedback_id),
        words=body.written,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _one(request, feedback_id)


@router.post("/{feedback_id}/give/", response=FeedbackOut)
def give_draft(request: Request, feedback_id: Id) -> Any:
    return _do(request, feedback_id, services.give_draft)


@router.post("/{feedback_id}/discard/", response={204: None})
def discard_draft(request: Request, feedback_id: Id) -> Any:
    found = _one(request, feedback_id)
    services.discard_draft(feedback=found, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/{feedback_id}/restore/", response=FeedbackOut)
def restore_draft(request: Request, feedback_id: Id) -> Any:
    found = queries.get_discarded(user=request.user, feedback_id=feedback_id)
    services.restore_draft(feedback=found, by=request.user, at=request.now)
    return _one(request, feedback_id)


@router.post("/{feedback_id}/narrow/", response=FeedbackOut)
def narrow_feedback(request: Request, feedback_id: Id) -> Any:
    return _do(request, feedback_id, services.narrow_feedback)


@router.post("/{feedback_id}/withdraw/", response=FeedbackOut)
def withdraw_feedback(request: Request, feedback_id: Id) -> Any:
    return _do(request, feedback_id, services.withdraw_feedback)


@router.post("/{feedback_id}/see/", response=FeedbackOut)
def see_feedback(request: Request, feedback_id: Id) -> Any:
    return _do(request, feedback_id, services.see_feedback)


@router.post("/{feedback_id}/thank/", response=FeedbackOut)
def thank_for_feedback(request: Request, feedback_id: Id) -> Any:
    return _do(request, feedback_id, services.thank_for_feedback)


@router.post("/{feedback_id}/reply/", response=FeedbackOut)
def reply_to_feedback(request: Request, feedback_id: Id, body: FeedbackReply) -> Any:
    return _do(request, feedback_id, services.reply_to_feedback, reply=body.reply)


@router.put("/{feedback_id}/note/", response=FeedbackNoteOut)
def keep_note(request: Request, feedback_id: Id, body: NewFeedbackNote) -> Any:
    return services.keep_note(
        feedback=_one(request, feedback_id),
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


def _one(request: Request, feedback_id: int) -> Any:
    return queries.get_feedback(user=request.user, feedback_id=feedback_id)


def _do(request: Request, feedback_id: int, service: Any, **more: Any) -> Any:
    found = _one(request, feedback_id)
    service(feedback=found, by=request.user, at=request.now, **more)
    return _one(request, feedback_id)


def _arguments(request: Request, body: NewFeedback) -> dict[str, Any]:
    """A program names records by id: only those its user may see exist."""
    user = request.user
    permissions.refuse_without_room(user)
    asked, task, goal = body.request_id, body.task_id, body.goal_id
    return {
        "receiver": get_person(user=user, person_id=body.receiver_id),
        "visibility": body.visibility,
        "leaders": body.leaders,
        "words": body.written,
        "request": queries.get_request(user=user, request_id=asked) if asked else None,
        "task": get_task(user=user, task_id=task) if task else None,
        "goal": get_goal(user=user, goal_id=goal) if goal else None,
        "by": user,
        "at": request.now,
    }
