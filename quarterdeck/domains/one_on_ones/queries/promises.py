"""Promises that two people gave each other."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of

from ..models import Pair, Promise
from .pairs import pairs_visible_to

MOST = 100


def promises_visible_to(user: Any) -> QuerySet[Promise]:
    spaces = pairs_visible_to(user).order_by().values("pk")
    rows = Promise.objects.filter(pair_id__in=spaces).select_related("promiser")
    return rows.order_by("due_on", "id")


def get_promise(*, user: Any, promise_id: int) -> Promise:
    rows = promises_visible_to(user).select_related("pair__first", "pair__second")
    return rows.get(pk=promise_id)


@dataclass(frozen=True)
class Owed:
    """A promise in as few columns as one line of Home needs."""

    pair_id: int
    text: str
    due_on: date
    to: str


def lines_owed(user: Any, most: int) -> list[Owed]:
    """Return what the user promised and neither kept nor withdrew, the earliest first."""
    me = standing_of(user).person_id
    if me is None:
        return []
    rows = Promise.objects.filter(
        promiser_id=me, kept_on=None, withdrawn_on=None, pair__ended_at=None
    )
    rows = while_private_rooms_are_open(user, rows.order_by("due_on", "id"))
    found = rows.values_list(
        "pair_id",
        "text",
        "due_on",
        "pair__first_id",
        "pair__first__name",
        "pair__second__name",
    )
    return [
        Owed(pair_id, text, due_on, second if first_id == me else first)
        for pair_id, text, due_on, first_id, first, second in found[:most]
    ]


@dataclass(frozen=True)
class Ledger:
    """What one of two people promised the other, and what became of it."""

    person: Person
    open: list[Promise]
    settled: list[Promise]
    kept: int
    kept_late: int
    withdrawn: int


def ledger_of(*, user: Any, pair: Pair, person: Person) -> Ledger:
    """Return one side of the ledger; both of the two read both sides."""
    rows = promises_visible_to(user).filter(pair=pair, promiser=person)
    waiting = Q(kept_on=None, withdrawn_on=None)
    ended = rows.exclude(waiting)
    late = Q(kept_on__gt=F("due_on"))
    return Ledger(
        person=person,
        open=list(rows.filter(waiting)[:MOST]),
        settled=list(ended.order_by("-updated_at", "-id")[:10]),
        kept=ended.filter(kept_on__isnull=False).exclude(late).count(),
        kept_late=ended.filter(late).count(),
        withdrawn=ended.filter(withdrawn_on__isnull=False).count(),
    )
