"""Forgetting somebody, for programs: what would go, ask, begin, take back."""

from datetime import datetime
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.erasure import permissions, queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

router = Router(tags=["erasures"], auth=may("people"))
of_people = Router(tags=["erasures"], auth=may("people"))


class ErasureOut(Schema):
    id: int
    person_id: int | None
    standing: str
    asked_at: datetime
    begun_at: datetime | None
    due_at: datetime | None
    taken_back_at: datetime | None
    done_at: datetime | None


class TypedName(Schema):
    name: Annotated[
        Text,
        Field(
            min_length=1, max_length=200, description="The person's name, typed out."
        ),
    ]


class FateOut(Schema):
    """What becomes of one kind of record; `count` is null where that is private."""

    room: str
    what: str
    fate: str
    count: int | None


@router.get("/", response=Listing[ErasureOut])
def list_erasures(request: Request, window: WindowQuery) -> Any:
    """All for admins; for others what they asked for and what is about them."""
    return listing(queries.erasures_visible_to(request.user), window)


@router.post("/{erasure_id}/begin/", response=ErasureOut)
def begin_erasure(request: Request, erasure_id: Id, body: TypedName) -> Any:
    erasure = queries.get_erasure(user=request.user, erasure_id=erasure_id)
    return services.begin_erasure(
        erasure=erasure, name=body.name, by=request.user, at=request.now
    )


@router.post("/{erasure_id}/take-back/", response=ErasureOut)
def take_back_erasure(request: Request, erasure_id: Id) -> Any:
    erasure = queries.get_erasure(user=request.user, erasure_id=erasure_id)
    return services.take_back_erasure(erasure=erasure, by=request.user, at=request.now)


@of_people.get("/{person_id}/erasure/", response=list[FateOut])
def list_fates(request: Request, person_id: Id) -> Any:
    """What would go and what would stay. No program is told how much of it is private."""
    person = get_person(user=request.user, person_id=person_id)
    if not permissions.can_look_at_erasure_of(request.user, person):
        raise PermissionDenied
    return queries.open_fates_of(person)


@of_people.post("/{person_id}/erasure/", response={201: ErasureOut})
def ask_for_erasure(request: Request, person_id: Id, body: TypedName) -> Any:
    person = get_person(user=request.user, person_id=person_id)
    erasure = services.ask_for_erasure(
        person=person, name=body.name, by=request.user, at=request.now
    )
    return Status(201, erasure)
