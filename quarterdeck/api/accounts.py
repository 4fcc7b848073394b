"""One's own account for programs: who am I, my settings, my saved views."""

from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.accounts import queries, services
from quarterdeck.domains.organization.permissions import role_of

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

router = Router(tags=["account"], auth=may("account"))
Place = Annotated[Text, Field(min_length=1, max_length=40)]


class AccountOut(Schema):
    id: int
    name: str
    email: str
    role: str
    time_zone: str
    theme: str
    single_keys: bool


class Profile(Schema):
    name: Annotated[Text, Field(min_length=1, max_length=200)]
    time_zone: Annotated[Text, Field(max_length=60)] = ""


class Appearance(Schema):
    theme: Literal["", "light", "dark"]
    single_keys: bool


class ViewOut(Schema):
    id: int
    place: str
    name: str
    query: str


class NewView(Schema):
    place: Place
    name: Annotated[Text, Field(min_length=1, max_length=80)]
    query: Annotated[Text, Field(max_length=1000)]


@router.get("/", response=AccountOut)
def get_account(request: Request) -> Any:
    return _account(request)


@router.put("/profile/", response=AccountOut)
def change_profile(request: Request, body: Profile) -> Any:
    services.change_profile(user=request.user, **body.dict(), at=request.now)
    return _account(request)


@router.put("/appearance/", response=AccountOut)
def change_appearance(request: Request, body: Appearance) -> Any:
    services.change_appearance(user=request.user, **body.dict(), at=request.now)
    return _account(request)


@router.get("/views/", response=Listing[ViewOut])
def list_views(
    request: Request,
    window: WindowQuery,
    place: Annotated[Place | None, Query()] = None,
) -> Any:
    rows = queries.all_saved_views_of(request.user)
    return listing(rows.filter(place=place) if place else rows, window)


@router.post("/views/", response={201: ViewOut})
def save_view(request: Request, body: NewView) -> Any:
    view = services.save_view(user=request.user, **body.dict(), at=request.now)
    return Status(201, view)


@router.delete("/views/{view_id}/", response={204: None})
def remove_view(request: Request, view_id: Id) -> Any:
    view = queries.get_saved_view(user=request.user, view_id=view_id)
    services.remove_view(view=view, at=request.now)
    return Status(204, None)


def _account(request: Request) -> dict[str, Any]:
    user = request.user
    fields = ("id", "name", "email", "time_zone", "theme", "single_keys")
    return {**{f: getattr(user, f) for f in fields}, "role": role_of(user)}
