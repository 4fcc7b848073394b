"""Shadowing for programs: ask to follow a leader, answer, keep one's log."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404
from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .mentoring import Line, Version
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["mentoring"], auth=may("mentoring", private=True))
Words = Annotated[Text, Field(max_length=600)]


class ShadowingOut(Schema):
    id: int
    shadow_id: int
    leader_id: int | None
    on: date
    occasion: str
    why: str
    answer: str
    reply: str
    answered_at: datetime | None
    version: int


class ShadowQuestion(Schema):
    leader_id: RecordId
    on: date
    occasion: Line
    why: Words = ""


class ShadowReply(Schema):
    reply: Words = ""


class ShadowRefusal(Schema):
    reply: Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]


class ShadowLogOut(Schema):
    shadowing_id: int
    text: str
    is_shared: bool
    version: int


class ShadowLogIn(Schema):
    """An empty text takes the log away."""

    text: Annotated[Text, Field(max_length=8_000)]
    is_shared: bool = False
    version: Version | None = None


@router.get("/", response=Listing[ShadowingOut])
def list_shadowings(request: Request, window: WindowQuery) -> Any:
    """Those in which one follows, and those in which one is followed."""
    return listing(queries.shadowings_visible_to(request.user), window)


@router.post("/", response={201: ShadowingOut})
def ask_to_shadow(request: Request, body: ShadowQuestion) -> Any:
    fields = body.dict()
    leader = get_person(user=request.user, person_id=fields.pop("leader_id"))
    row = services.ask_to_shadow(
        leader=leader, **fields, by=request.user, at=request.now
    )
    return Status(201, row)


@router.get("/{shadowing_id}/", response=ShadowingOut)
def get_shadowing(request: Request, shadowing_id: Id) -> Any:
    return queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)


@router.post("/{shadowing_id}/accept/", response=ShadowingOut)
def accept_shadow(request: Request, shadowing_id: Id, body: ShadowReply) -> Any:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    return services.accept_shadow(
        row=row, **body.dict(), by=request.user, at=request.now
    )


@router.post("/{shadowing_id}/decline/", response=ShadowingOut)
def decline_shadow(request: Request, shadowing_id: Id, body: ShadowRefusal) -> Any:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    return services.decline_shadow(
        row=row, **body.dict(), by=request.user, at=request.now
    )


@router.post("/{shadowing_id}/withdraw/", response=ShadowingOut)
def withdraw_shadowing(request: Request, shadowing_id: Id) -> Any:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    return services.withdraw_shadowing(row=row, by=request.user, at=request.now)


@router.get("/{shadowing_id}/log/", response=ShadowLogOut)
def get_shadow_log(request: Request, shadowing_id: Id) -> Any:
    """One's own, or one that is shared with whom was followed."""
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    log = queries.log_of(user=request.user, shadowing=row)
    if log is None:
        raise Http404
    return log


@router.put("/{shadowing_id}/log/", response={200: ShadowLogOut, 204: None})
def write_shadow_log(request: Request, shadowing_id: Id, body: ShadowLogIn) -> Any:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    fields = body.dict()
    seen = fields.pop("version")
    log = services.write_shadow_log(
        row=row, **fields, seen_version=seen, by=request.user, at=request.now
    )
    return Status(204, None) if log is None else log
