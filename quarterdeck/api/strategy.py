"""Vision and values for programs."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.strategy import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

vision = Router(tags=["strategy"], auth=may("goals"))
values = Router(tags=["strategy"], auth=may("goals"))
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class VisionOut(Schema):
    number: int
    text: str
    reason: str
    published_at: datetime
    published_by_id: int | None


class NewVision(Schema):
    """`seen_number` is the version the writer started from, if there was one."""

    text: Annotated[Text, Field(min_length=1, max_length=2_000)]
    reason: Annotated[Text, Field(max_length=300)] = ""
    seen_number: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class ValueOut(Schema):
    id: int
    name: str
    meaning: str
    position: int
    retired_at: datetime | None
    version: int


class NewValue(Schema):
    name: Annotated[Text, Field(min_length=1, max_length=100)]
    meaning: Annotated[Text, Field(max_length=500)] = ""


class ValueWords(NewValue):
    version: Version


class ValueMoving(Schema):
    places: Annotated[int, Field(ge=-1_000, le=1_000)]


@vision.get("/", response=Listing[VisionOut])
def list_visions(request: Request, window: WindowQuery) -> Any:
    """Every version, the one in force first."""
    return listing(queries.visions_visible_to(request.user), window)


@vision.get("/{number}/", response=VisionOut)
def get_vision(request: Request, number: Id) -> Any:
    return queries.visions_visible_to(request.user).get(number=number)


@vision.post("/", response={201: VisionOut})
def publish_vision(request: Request, body: NewVision) -> Any:
    found = services.publish_vision(**body.dict(), by=request.user, at=request.now)
    return Status(201, found)


@values.get("/", response=Listing[ValueOut])
def list_values(request: Request, window: WindowQuery) -> Any:
    return listing(queries.values_visible_to(request.user), window)


@values.post("/", response={201: ValueOut})
def add_value(request: Request, body: NewValue) -> Any:
    return Status(
        201, services.add_value(**body.dict(), by=request.user, at=request.now)
    )


@values.put("/{value_id}/", response=ValueOut)
def edit_value(request: Request, value_id: Id, body: ValueWords) -> Any:
    value = queries.get_value(user=request.user, value_id=value_id)
    return services.edit_value(
        value=value,
        name=body.name,
        meaning=body.meaning,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@values.post("/{value_id}/move/", response=ValueOut)
def move_value(request: Request, value_id: Id, body: ValueMoving) -> Any:
    value = queries.get_value(user=request.user, value_id=value_id)
    services.move_value(
        value=value, places=body.places, by=request.user, at=request.now
    )
    return queries.get_value(user=request.user, value_id=value_id)


@values.post("/{value_id}/retire/", response=ValueOut)
def retire_value(request: Request, value_id: Id) -> Any:
    value = queries.get_value(user=request.user, value_id=value_id)
    services.retire_value(value=value, by=request.user, at=request.now)
    return queries.get_value(user=request.user, value_id=value_id)


@values.post("/{value_id}/restore/", response=ValueOut)
def restore_value(request: Request, value_id: Id) -> Any:
    value = queries.get_value(user=request.user, value_id=value_id)
    services.restore_value(value=value, by=request.user, at=request.now)
    return queries.get_value(user=request.user, value_id=value_id)
