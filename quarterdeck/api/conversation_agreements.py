"""What two find and agree on, for programs: options, who does what, looking back."""

from datetime import date
from typing import Annotated, Any, Literal

from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.conversations import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .conversations import ConversationOut, Version
from .types import Id, RecordId, Request, Text

AUTH = may("conversations", private=True)
of_conversations = Router(tags=["conversations"], auth=AUTH)
options = Router(tags=["conversations"], auth=AUTH)
undertakings = Router(tags=["conversations"], auth=AUTH)
Option = Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]
What = Annotated[Text, Field(min_length=1, max_length=300, pattern=r"\S")]


class ConversationOptionOut(Schema):
    id: int
    conversation_id: int
    text: str
    added_by_id: int | None
    version: int


class NewConversationOption(Schema):
    text: Option


class ConversationOptionChange(NewConversationOption):
    version: Version


class UndertakingOut(Schema):
    id: int
    conversation_id: int
    person_id: int
    what: str
    due_on: date
    done_on: date | None
    version: int


class NewUndertaking(Schema):
    person_id: RecordId
    what: What
    due_on: date


class UndertakingChange(Schema):
    version: Version
    what: What
    due_on: date


class FollowUpDay(Schema):
    on: date


class LookBackOut(Schema):
    person_id: int
    of: date
    holds: str
    words: str


class NewLookBack(Schema):
    holds: Literal["yes", "partly", "no"]
    words: Annotated[Text, Field(max_length=4_000)] = ""


@of_conversations.get(
    "/{conversation_id}/options/",
    response=list[ConversationOptionOut],
)
def list_options(request: Request, conversation_id: Id) -> Any:
    rows = queries.options_visible_to(request.user)
    return rows.filter(conversation=_found(request, conversation_id))[:200]


@of_conversations.post(
    "/{conversation_id}/options/", response={201: ConversationOptionOut}
)
def add_option(
    request: Request, conversation_id: Id, body: NewConversationOption
) -> Any:
    option = services.add_option(
        conversation=_found(request, conversation_id),
        text=body.text,
        by=request.user,
        at=request.now,
    )
    return Status(201, option)


@options.patch("/{option_id}/", response=ConversationOptionOut)
def edit_option(request: Request, option_id: Id, body: ConversationOptionChange) -> Any:
    return services.edit_option(
        option=queries.get_option(user=request.user, option_id=option_id),
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@options.delete("/{option_id}/", response={204: None})
def remove_option(request: Request, option_id: Id) -> Any:
    option = queries.get_option(user=request.user, option_id=option_id)
    services.remove_option(option=option, by=request.user, at=request.now)
    return Status(204, None)


@of_conversations.get(
    "/{conversation_id}/undertakings/",
    response=list[UndertakingOut],
)
def list_undertakings(request: Request, conversation_id: Id) -> Any:
    rows = queries.undertakings_visible_to(request.user)
    return rows.filter(conversation=_found(request, conversation_id))[:200]


@of_conversations.post(
    "/{conversation_id}/undertakings/", response={201: UndertakingOut}
)
def add_undertaking(request: Request, conversation_id: Id, body: NewUndertaking) -> Any:
    """What one of the two would do; both agree to all of it afterwards."""
    undertaking = services.add_undertaking(
        conversation=_found(request, conversation_id),
        person=get_person(user=request.user, person_id=body.person_id),
        what=body.what,
        due_on=body.due_on,
        by=request.user,
        at=request.now,
    )
    return Status(201, undertaking)


@undertakings.patch("/{undertaking_id}/", response=UndertakingOut)
def edit_undertaking(
    request: Request, undertaking_id: Id, body: UndertakingChange
) -> Any:
    return services.edit_undertaking(
        undertaking=_undertaking(request, undertaking_id),
        what=body.what,
        due_on=body.due_on,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@undertakings.delete("/{undertaking_id}/", response={204: None})
def remove_undertaking(request: Request, undertaking_id: Id) -> Any:
    services.remove_undertaking(
        undertaking=_undertaking(request, undertaking_id),
        by=request.user,
        at=request.now,
    )
    return Status(204, None)


@undertakings.post("/{undertaking_id}/finish/", response=UndertakingOut)
def finish_undertaking(request: Request, undertaking_id: Id) -> Any:
    return services.finish_undertaking(
        undertaking=_undertaking(request, undertaking_id),
        on=timezone.localdate(request.now),
        by=request.user,
        at=request.now,
    )


@undertakings.post("/{undertaking_id}/reopen/", response=UndertakingOut)
def reopen_undertaking(request: Request, undertaking_id: Id) -> Any:
    return services.reopen_undertaking(
        undertaking=_undertaking(request, undertaking_id),
        by=request.user,
        at=request.now,
    )


@of_conversations.put("/{conversation_id}/follow-up/", response=ConversationOut)
def set_follow_up(request: Request, conversation_id: Id, body: FollowUpDay) -> Any:
    return services.set_follow_up(
        conversation=_found(request, conversation_id),
        on=body.on,
        by=request.user,
        at=request.now,
    )


@of_conversations.get("/{conversation_id}/look-backs/", response=list[LookBackOut])
def list_look_backs(request: Request, conversation_id: Id) -> Any:
    rows = queries.look_backs_visible_to(request.user)
    return rows.filter(conversation=_found(request, conversation_id))[:200]


@of_conversations.post("/{conversation_id}/look-backs/", response=LookBackOut)
def look_back(request: Request, conversation_id: Id, body: NewLookBack) -> Any:
    """From the follow-up date on: does it hold?"""
    return services.look_back(
        conversation=_found(request, conversation_id),
        holds=body.holds,
        words=body.words,
        by=request.user,
        at=request.now,
    )


def _found(request: Request, conversation_id: int) -> Any:
    return queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )


def _undertaking(request: Request, undertaking_id: int) -> Any:
    return queries.get_undertaking(user=request.user, undertaking_id=undertaking_id)
