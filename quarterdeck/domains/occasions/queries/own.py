"""What one still leads oneself and what was handed over: from one's own turns alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of

from ..models import Occasion, Turn
from .occasions import occasions_visible_to
from .turns import turns_visible_to

BACK = timedelta(weeks=52)
AHEAD = timedelta(weeks=26)
MOST = 100
SOON = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    """One occasion that the reader has led within a year, and who has it now."""

    occasion: Occasion
    mine: int  # dates I led or am named for
    all: int  # dates with somebody to lead them
    holder: Person  # of the latest date with a leader
    last_mine: date
    since: date | None  # first date after my last that somebody else leads

    @property
    def is_mine(self) -> bool:
        return self.since is None

    @property
    def is_shared(self) -> bool:
        return self.is_mine and self.mine < self.all


def held_by(*, user: Any, today: date) -> list[Held]:
    """Return what the user has led within a year; nobody else's page is like it."""
    mine = standing_of(user).person_id
    if mine is None:
        return []
    window = Turn.objects.filter(
        part=Turn.Part.LEADS, on__range=(today - BACK, today + AHEAD)
    )
    own = window.filter(person_id=mine).values("occasion_id").distinct()
    rows = occasions_visible_to(user).filter(pk__in=own, ended_at=None)[:MOST]
    occasions = {row.pk: row for row in rows}
    turns: dict[int, list[Turn]] = {pk: [] for pk in occasions}
    found = window.filter(occasion_id__in=occasions).select_related("person")
    for turn in found.order_by("on"):
        turns[turn.occasion_id].append(turn)
    return [_held(occasions[pk], rows_, mine) for pk, rows_ in turns.items()]


def _held(occasion: Occasion, turns: list[Turn], mine: int) -> Held:
    own = [turn for turn in turns if turn.person_id == mine]
    later = [turn.on for turn in turns if turn.on > own[-1].on]
    return Held(
        occasion=occasion,
        mine=len(own),
        all=len(turns),
        holder=turns[-1].person,
        last_mine=own[-1].on,
        since=later[0] if later else None,
    )


def leading_of(*, user: Any, person: Person, today: date, most: int = 5) -> list[Turn]:
    """Return what somebody leads next, as far as the reader sees those occasions."""
    rows = turns_visible_to(user).filter(
        person=person, part=Turn.Part.LEADS, on__range=(today, today + AHEAD)
    )
    first: dict[int, Turn] = {}
    for turn in rows.filter(occasion__ended_at=None)[: most * 26]:
        first.setdefault(turn.occasion_id, turn)
    return list(first.values())[:most]


def waiting_for(user: Any, today: date) -> QuerySet[Turn]:
    """Return turns offered to the user, and what is theirs today or in two days."""
    mine = standing_of(user).person_id
    if mine is None:
        return Turn.objects.none()
    wanted = Q(offered_to_id=mine, on__gte=today)
    wanted |= Q(person_id=mine, on__range=(today, today + SOON))
    rows = Turn.objects.filter(wanted, occasion__ended_at=None)
    return rows.select_related("occasion", "person").order_by("on", "id")
