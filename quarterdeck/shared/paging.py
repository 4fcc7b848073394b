"""Bounded pages: no list is ever longer than somebody can look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

Record = TypeVar("Record")
PAGE = 50
COUNT_LIMIT = 10_000


@dataclass(frozen=True)
class Page(Generic[Record]):
    """One page of a list and whether more follow."""

    items: list[Record]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def page_of(
    rows: "QuerySet[Any] | Sequence[Any]", number: int, size: int = PAGE
) -> "Page[Any]":
    """Return page `number` (from 1) by asking for one row more than is shown."""
    number = max(1, min(number, 2_000))
    first = (number - 1) * size
    found = list(rows[first : first + size + 1])
    return Page(found[:size], number, len(found) > size)


def count_up_to(rows: "QuerySet[Any]", limit: int = COUNT_LIMIT) -> tuple[int, bool]:
    """Count rows, but stop at `limit`: (count, whether there are more)."""
    found = rows.order_by().values("pk")[: limit + 1].count()
    return min(found, limit), found > limit
