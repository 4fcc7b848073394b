"""Pages of the API: bounded, and the same everywhere."""

from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Query, Schema
from pydantic import Field

from quarterdeck.shared.paging import page_of

Item = TypeVar("Item")


class Window(Schema):
    page: Annotated[int, Field(ge=1, le=2_000)] = 1
    limit: Annotated[int, Field(ge=1, le=200)] = 50


WindowQuery = Annotated[Window, Query()]


class Listing(Schema, Generic[Item]):
    items: list[Item]
    page: int
    has_next: bool


def listing(rows: "QuerySet[Any] | Sequence[Any]", window: Window) -> dict[str, Any]:
    page = page_of(rows, window.page, window.limit)
    return {"items": page.items, "page": page.number, "has_next": page.has_next}
