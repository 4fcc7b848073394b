"""The spaces of somebody, and how things stand in each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import people_visible_to

from ..models import Meeting, Pair, Promise, Topic
from ..rules import is_overdue, weeks_without

MOST = 100  # more people than anybody meets one by one


def pairs_visible_to(user: Any) -> QuerySet[Pair]:
    """Return the spaces of this user and of nobody else; nothing while in doubt."""
    person_id = standing_of(user).person_id
    if person_id is None:
        return Pair.objects.none()
    mine = Q(first_id=person_id) | Q(second_id=person_id)
    rows = Pair.objects.filter(mine).select_related("first__user", "second__user")
    soonest = F("next_on").asc(nulls_last=True)
    return while_private_rooms_are_open(user, rows.order_by(soonest, "id"))


def get_pair(*, user: Any, pair_id: int) -> Pair:
    return pairs_visible_to(user).get(pk=pair_id)


def pair_with(*, user: Any, person: Person) -> Pair | None:
    """Return the space that the user shares with somebody, if there is one."""
    two = Q(first=person) | Q(second=person)
    return pairs_visible_to(user).filter(two).first()


def last_met(pair: Pair) -> date | None:
    """The day on which they last met, or began."""
    found = Meeting.objects.filter(pair=pair).aggregate(last=Max("closed_at"))["last"]
    when = found or pair.began_at
    return timezone.localdate(when) if when else None


@dataclass(frozen=True)
class PairLine:
    """One space in a list: with whom, when next, and what waits there."""

    pair: Pair
    other: Person
    last: date | None
    topics: int
    promises: int  # that the reader owes
    has_met: bool
    is_overdue: bool
    weeks_without: int
    may_answer: bool

    @property
    def is_asked(self) -> bool:
        return self.pair.began_at is None


def lines_of(user: Any, today: date, *, ended: bool = False) -> list[PairLine]:
    """Return the spaces of the user with how things stand, in one query."""
    mine = standing_of(user).person_id
    rows = pairs_visible_to(user).filter(ended_at__isnull=not ended)
    rows = rows.select_related(None).select_related("first", "second")
    waiting = Topic.objects.filter(closed_at=None, removed_at=None)
    owed = Promise.objects.filter(kept_on=None, withdrawn_on=None, promiser_id=mine)
    held = Meeting.objects.filter(pair=OuterRef("pk"), closed_at__isnull=False)
    rows = rows.annotate(
        met=Subquery(held.order_by("-closed_at").values("closed_at")[:1]),
        topics_open=_count(waiting),
        owed=_count(owed),
    )
    return [_line(pair, mine, today) for pair in rows[:MOST]]


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of these each space has, counted apart: joined they would multiply."""
    own = rows.filter(pair=OuterRef("pk")).order_by().values("pair")
    return Coalesce(Subquery(own.annotate(many=Count("pk")).values("many")), 0)


def _line(pair: Any, mine: int | None, today: date) -> PairLine:
    when = pair.met or pair.began_at
    last = timezone.localdate(when) if when else None
    overdue = pair.is_running and last and is_overdue(last, pair.weeks, today)
    return PairLine(
        pair=pair,
        other=pair.other_than(mine),
        last=last,
        topics=pair.topics_open,
        promises=pair.owed,
        has_met=pair.met is not None,
        is_overdue=bool(overdue),
        weeks_without=weeks_without(last, today) if last else 0,
        may_answer=pair.began_at is None and pair.asked_by_id != mine,
    )


def partners_to_suggest(user: Any, today: date, most: int = 8) -> list[Person]:
    """Return whom the user leads directly, or is led by, and has no 1:1s with yet."""
    standing = standing_of(user)
    mine = standing.person_id
    if mine is None:
        return []
    near = Membership.objects.filter(team_id__in=standing.member_team_ids)
    leads = standing.led_paths
    wanted = Q(pk__in=near.filter(leads=True).values("person_id"))
    wanted |= Q(manager_id=mine)
    if leads:
        direct = near.filter(team__path__in=leads)
        wanted |= Q(pk__in=direct.values("person_id"))
    met = pairs_visible_to(user).order_by().values_list("first_id", "second_id")
    known = {person_id for two in met for person_id in two} | {mine}
    here = Q(ends_on=None) | Q(ends_on__gte=today)
    rows = people_visible_to(user).filter(wanted, here, user__is_active=True)
    return list(rows.exclude(pk__in=known)[:most])
