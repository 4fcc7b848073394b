"""Hand one's turn to somebody, or swap with them: offered in one act, answered in one."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Occasion, Turn
from ..permissions import can_answer, can_hand_over, may_be_asked
from .occasions import running
from .telling import locked, tell
from .turns import refuse_no

OFFER = ("offered_to", "offered_for", "offered_with")


class CannotBeAsked(RuleBroken):
    pass


class NotOffered(RuleBroken):
    pass


class NotToSwap(RuleBroken):
    pass


@transaction.atomic
def offer_turn(
    *,
    turn: Turn,
    to: Person,
    by: Any,
    at: datetime,
    swap_for: Turn | None = None,
    note: str = "",
) -> Turn:
    """Ask somebody to take one's turn; with `swap_for` one takes theirs for it."""
    turn, occasion = _locked(turn, at)
    if not can_hand_over(by, turn):
        raise PermissionDenied
    if to.pk == turn.person_id or not may_be_asked(to, turn.on):
        raise CannotBeAsked(f"{to} cannot be asked: choose somebody else who signs in.")
    if turn.part == Turn.Part.LEADS:
        refuse_no(occasion, to)
    if swap_for is not None and not _fits(turn, swap_for, to, at):
        raise NotToSwap(f"That turn is not one that {to} can give for yours.")
    turn.offered_to, turn.offered_for, turn.offered_with = to, swap_for, note
    _save(turn, at)
    tell("turn.offered", occasion, by=by, at=at)
    return turn


@transaction.atomic
def accept_turn(*, turn: Turn, by: Any, at: datetime) -> Turn:
    """Whoever was asked takes it; in a swap the other gets theirs in the same act."""
    turn, occasion = _asked(turn, by, at)
    giver_id, theirs = turn.person_id, turn.offered_for
    way = Turn.Way.HANDED_OVER if theirs is None else Turn.Way.SWAPPED
    if theirs is not None:
        if not _fits(turn, theirs, turn.offered_to, at):
            raise NotToSwap("The turn in exchange is not yours any more. Decline it.")
        theirs.person_id, theirs.way, theirs.last_on = giver_id, way, None
        _save(theirs, at, "person", "way", "last_on")
    assert turn.offered_to is not None
    turn.person, turn.way, turn.last_on = turn.offered_to, way, None
    _clear(turn)
    _save(turn, at, "person", "way", "last_on")
    tell("turn.accepted", occasion, by=by, at=at)
    return turn


@transaction.atomic
def decline_turn(*, turn: Turn, by: Any, at: datetime) -> Turn:
    turn, occasion = _asked(turn, by, at)
    _clear(turn)
    _save(turn, at)
    tell("turn.declined", occasion, by=by, at=at)
    return turn


@transaction.atomic
def withdraw_offer(*, turn: Turn, by: Any, at: datetime) -> Turn:
    """Keep one's turn after all, while nobody has taken it."""
    turn, occasion = _locked(turn, at)
    if not can_hand_over(by, turn):
        raise PermissionDenied
    if turn.offered_to_id is None:
        raise NotOffered("This turn is offered to nobody.")
    _clear(turn)
    _save(turn, at)
    tell("turn.kept", occasion, by=by, at=at)
    return turn


def _locked(turn: Turn, at: datetime) -> tuple[Turn, Occasion]:
    occasion = running(locked(turn.occasion))
    rows = Turn.objects.select_related("offered_to", "offered_for__person")
    turn = rows.get(pk=turn.pk)
    if turn.on < at.date():
        raise NotOffered("That day is over.")
    return turn, occasion


def _asked(turn: Turn, by: Any, at: datetime) -> tuple[Turn, Occasion]:
    turn, occasion = _locked(turn, at)
    if turn.offered_to_id is None:
        raise NotOffered("This turn is offered to nobody.")
    if not can_answer(by, turn):
        raise PermissionDenied
    return turn, occasion


def _fits(turn: Turn, theirs: Turn, to: Person | None, at: datetime) -> bool:
    same = (theirs.occasion_id, theirs.part) == (turn.occasion_id, turn.part)
    free = theirs.offered_to_id is None and theirs.on >= at.date()
    return same and free and to is not None and theirs.person_id == to.pk


def _clear(turn: Turn) -> None:
    turn.offered_to, turn.offered_for, turn.offered_with = None, None, ""


def _save(turn: Turn, at: datetime, *fields: str) -> None:
    turn.version, turn.updated_at = turn.version + 1, at
    turn.save(update_fields=[*fields, *OFFER, "version", "updated_at"])
