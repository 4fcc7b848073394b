"""What is talked about in 1:1s, for programs: topics, notes, promises, motivation."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import Http404
from ninja import Path, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_task

from .authentication import may
from .one_on_ones import Version, today
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

AUTH = may("one_on_ones", private=True)
of_pairs = Router(tags=["one_on_ones"], auth=AUTH)
topics = Router(tags=["topics"], auth=AUTH)
promises = Router(tags=["promises"], auth=AUTH)
meetings = Router(tags=["meetings"], auth=AUTH)
motivation = Router(tags=["motivation"], auth=AUTH)
Words = Annotated[Text, Field(min_length=1, max_length=300, pattern=r"\S")]
# One that there is not is answered like a meeting that there is not.
Part = Annotated[
    Text, Path(max_length=20, description="notes, goal, reality, options or will")
]
Readers = Annotated[Text, Path(max_length=20, description="pair or writer")]


class TopicOut(Schema):
    id: int
    pair_id: int
    text: str
    task_id: int | None
    added_by_id: int | None
    created_at: datetime
    closed_at: datetime | None
    removed_at: datetime | None
    version: int


class NewTopic(Schema):
    text: Words
    task_id: RecordId | None = None


class TopicChange(Schema):
    version: Version
    text: Words


class PromiseOut(Schema):
    id: int
    pair_id: int
    promiser_id: int
    text: str
    due_on: date
    kept_on: date | None
    withdrawn_on: date | None
    reason: str
    version: int


class NewPromise(Schema):
    promiser_id: RecordId
    text: Words
    due_on: date


class PromiseChange(Schema):
    version: Version
    text: Words
    due_on: date


class Withdrawal(Schema):
    reason: Words


class MeetingNoteOut(Schema):
    meeting_id: int
    readers: str
    part: str
    text: str
    version: int


class NoteText(Schema):
    """`version` is the one that was read; 0 where nothing was written yet."""

    text: Annotated[Text, Field(max_length=50_000)]
    version: Annotated[int, Field(ge=0, le=2**31 - 1)]


class MotivationOut(Schema):
    person_id: int
    text: str
    audience: str
    version: int


class MotivationText(Schema):
    text: Annotated[Text, Field(max_length=4_000)]
    audience: Literal["me", "partners", "team"]
    version: Version | None = None


@of_pairs.get("/{pair_id}/topics/", response=Listing[TopicOut])
def list_topics(request: Request, pair_id: Id, window: WindowQuery) -> Any:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    rows = queries.topics_visible_to(request.user)
    return listing(rows.filter(pair=pair), window)


@of_pairs.post("/{pair_id}/topics/", response={201: TopicOut})
def add_topic(request: Request, pair_id: Id, body: NewTopic) -> Any:
    user = request.user
    pair = queries.get_pair(user=user, pair_id=pair_id)
    task = get_task(user=user, task_id=body.task_id) if body.task_id else None
    topic = services.add_topic(
        pair=pair, text=body.text, task=task, by=user, at=request.now
    )
    return Status(201, topic)


@topics.patch("/{topic_id}/", response=TopicOut)
def edit_topic(request: Request, topic_id: Id, body: TopicChange) -> Any:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    return services.edit_topic(
        topic=topic,
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


def _topic_operation(verb: str, service: Any) -> None:
    def operation(request: Request, topic_id: Id) -> Any:
        topic = queries.get_topic(user=request.user, topic_id=topic_id)
        return service(topic=topic, by=request.user, at=request.now)

    operation.__name__ = service.__name__
    path = f"/{{topic_id}}/{verb}/"
    topics.post(path, response=TopicOut)(operation)


_topic_operation("close", services.close_topic)
_topic_operation("reopen", services.reopen_topic)
_topic_operation("remove", services.remove_topic)
_topic_operation("restore", services.restore_topic)


@of_pairs.get("/{pair_id}/promises/", response=Listing[PromiseOut])
def list_promises(request: Request, pair_id: Id, window: WindowQuery) -> Any:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    rows = queries.promises_visible_to(request.user)
    return listing(rows.filter(pair=pair), window)


@of_pairs.post("/{pair_id}/promises/", response={201: PromiseOut})
def make_promise(request: Request, pair_id: Id, body: NewPromise) -> Any:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    promise = services.make_promise(
        pair=pair,
        promiser=get_person(user=request.user, person_id=body.promiser_id),
        text=body.text,
        due_on=body.due_on,
        by=request.user,
        at=request.now,
    )
    return Status(201, promise)


@promises.patch("/{promise_id}/", response=PromiseOut)
def edit_promise(request: Request, promise_id: Id, body: PromiseChange) -> Any:
    promise = queries.get_promise(user=request.user, promise_id=promise_id)
    return services.edit_promise(
        promise=promise,
        text=body.text,
        due_on=body.due_on,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@promises.post("/{promise_id}/keep/", response=PromiseOut)
def keep_promise(request: Request, promise_id: Id) -> Any:
    promise = queries.get_promise(user=request.user, promise_id=promise_id)
    return services.keep_promise(
        promise=promise, on=today(request), by=request.user, at=request.now
    )


@promises.post("/{promise_id}/withdraw/", response=PromiseOut)
def withdraw_promise(request: Request, promise_id: Id, body: Withdrawal) -> Any:
    promise = queries.get_promise(user=request.user, promise_id=promise_id)
    return services.withdraw_promise(
        promise=promise,
        reason=body.reason,
        on=today(request),
        by=request.user,
        at=request.now,
    )


@promises.post("/{promise_id}/reopen/", response=PromiseOut)
def reopen_promise(request: Request, promise_id: Id) -> Any:
    promise = queries.get_promise(user=request.user, promise_id=promise_id)
    return services.reopen_promise(promise=promise, by=request.user, at=request.now)


@meetings.get("/{meeting_id}/notes/", response=Listing[MeetingNoteOut])
def list_notes(request: Request, meeting_id: Id, window: WindowQuery) -> Any:
    """The common texts of a 1:1 and one's own; never the other's own."""
    meeting = queries.get_meeting(user=request.user, meeting_id=meeting_id)
    rows = queries.notes_visible_to(request.user).filter(meeting=meeting)
    return listing(rows.order_by("id"), window)


@meetings.put("/{meeting_id}/notes/{readers}/{part}/", response=MeetingNoteOut)
def write_note(
    request: Request, meeting_id: Id, readers: Readers, part: Part, body: NoteText
) -> Any:
    """Write for both (`pair`) or for oneself (`writer`); one never becomes the other."""
    meeting = queries.get_meeting(user=request.user, meeting_id=meeting_id)
    if not queries.is_a_text(readers, part):
        raise Http404
    return services.write_note(
        meeting=meeting,
        readers=readers,
        part=part,
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@motivation.get("/", response=Listing[MotivationOut])
def list_motivations(request: Request, window: WindowQuery) -> Any:
    """One's own, and what others let one read."""
    return listing(queries.motivations_visible_to(request.user), window)


@motivation.put("/", response={200: MotivationOut, 204: None})
def write_motivation(request: Request, body: MotivationText) -> Any:
    """What motivates oneself; an empty text takes it away."""
    found = services.write_motivation(
        text=body.text,
        audience=body.audience,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return found if found is not None else Status(204, None)
