"""Guided conversations for programs: those of whoever shows the token."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.conversations import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["conversations"], auth=may("conversations", private=True))
contact = Router(tags=["conversations"], auth=may("conversations"))
About = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Long = Annotated[Text, Field(max_length=8_000)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class ConversationOut(Schema):
    id: int
    opener_id: int
    other_id: int
    about: str
    began_at: datetime | None
    follow_up_on: date | None
    settled_at: datetime | None
    closed_at: datetime | None
    version: int


class NewConversation(Schema):
    other_id: RecordId
    about: About


class SideOut(Schema):
    id: int
    conversation_id: int
    writer_id: int
    seen: str
    interests: str
    handed_in_at: datetime | None
    shown_at: datetime | None
    version: int


class SideText(Schema):
    """`version` is the one that was read; null where nothing was written yet."""

    seen: Long = ""
    interests: Long = ""
    version: Version | None = None


class NewHelper(Schema):
    person_id: RecordId


class HelperOut(Schema):
    conversation_id: int
    person_id: int
    asked_by_id: int | None
    agreed_at: datetime | None
    joined_at: datetime | None


class ContactOut(Schema):
    person_id: int
    words: str


class NewContact(Schema):
    person_id: RecordId
    words: Annotated[Text, Field(max_length=300)] = ""


@router.get("/", response=Listing[ConversationOut])
def list_conversations(request: Request, window: WindowQuery) -> Any:
    """Of the two, and those one helps in."""
    return listing(queries.open_to(request.user), window)


@router.post("/", response={201: ConversationOut})
def open_conversation(request: Request, body: NewConversation) -> Any:
    """Nothing is written before the other agrees."""
    found = services.open_conversation(
        other=get_person(user=request.user, person_id=body.other_id),
        about=body.about,
        by=request.user,
        at=request.now,
    )
    return Status(201, found)


@router.get("/{conversation_id}/", response=ConversationOut)
def get_conversation(request: Request, conversation_id: Id) -> Any:
    return _found(request, conversation_id)


def _on_it(verb: str, service: Any, told: Any) -> None:
    """One operation for each act that needs nothing more."""

    def operation(request: Request, conversation_id: Id) -> Any:
        found = _found(request, conversation_id)
        return service(conversation=found, by=request.user, at=request.now)

    operation.__name__ = service.__name__
    path = f"/{{conversation_id}}/{verb}/"
    router.post(path, response=told)(operation)


_on_it("agree", services.agree_to_conversation, ConversationOut)
_on_it("close", services.close_conversation, ConversationOut)
_on_it("restore", services.restore_conversation, ConversationOut)
_on_it("agree-to-all", services.agree_to_all, ConversationOut)
_on_it("view/hand-in", services.hand_in_view, SideOut)
_on_it("view/take-back", services.take_back_view, SideOut)
_on_it("view/release", services.release_view, SideOut)
_on_it("helper/agree", services.agree_to_helper, HelperOut)


@router.post("/{conversation_id}/decline/", response={204: None})
def decline_conversation(request: Request, conversation_id: Id) -> Any:
    """Say no, or take one's own question back; nothing of it stays."""
    found = _found(request, conversation_id)
    services.decline_conversation(conversation=found, by=request.user, at=request.now)
    return Status(204, None)


@router.get("/{conversation_id}/views/", response=list[SideOut])
def list_conversation_views(request: Request, conversation_id: Id) -> Any:
    """One's own, and the other's once it is shown."""
    found = _found(request, conversation_id)
    return queries.views_visible_to(request.user).filter(conversation=found)


@router.put("/{conversation_id}/view/", response=SideOut)
def write_view(request: Request, conversation_id: Id, body: SideText) -> Any:
    return services.write_view(
        conversation=_found(request, conversation_id),
        seen=body.seen,
        interests=body.interests,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@router.post("/{conversation_id}/helper/", response=HelperOut)
def ask_helper(request: Request, conversation_id: Id, body: NewHelper) -> Any:
    """They hear of it once the other of the two agrees."""
    return services.ask_helper(
        conversation=_found(request, conversation_id),
        person=get_person(user=request.user, person_id=body.person_id),
        by=request.user,
        at=request.now,
    )


@router.post("/{conversation_id}/helper/join/", response=HelperOut)
def join_as_helper(request: Request, conversation_id: Id) -> Any:
    found = queries.get_conversation(user=request.user, conversation_id=conversation_id)
    return services.join_as_helper(conversation=found, by=request.user, at=request.now)


@router.delete("/{conversation_id}/helper/", response={204: None})
def end_help(request: Request, conversation_id: Id) -> Any:
    found = queries.get_conversation(user=request.user, conversation_id=conversation_id)
    services.end_help(conversation=found, by=request.user, at=request.now)
    return Status(204, None)


@contact.get("/", response={200: ContactOut, 204: None})
def get_contact(request: Request) -> Any:
    """Whom the organization names; nothing where nobody is named."""
    return queries.contact(request.user) or Status(204, None)


@contact.put("/", response=ContactOut)
def name_contact(request: Request, body: NewContact) -> Any:
    return services.name_contact(
        person=get_person(user=request.user, person_id=body.person_id),
        words=body.words,
        by=request.user,
        at=request.now,
    )


@contact.delete("/", response={204: None})
def remove_contact(request: Request) -> Any:
    services.remove_contact(by=request.user, at=request.now)
    return Status(204, None)


def _found(request: Request, conversation_id: int) -> Any:
    return queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
