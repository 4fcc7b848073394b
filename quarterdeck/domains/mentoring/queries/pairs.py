"""The pairs of somebody, read by the two and by nobody else."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by

from ..models import Mentorship

MOST = 50


def mentorships_visible_to(user: Any) -> QuerySet[Mentorship]:
    """Return the user's own pairs; nothing while their account is in doubt."""
    mine = standing_of(user).person_id
    if mine is None:
        return Mentorship.objects.none()
    rows = Mentorship.objects.filter(Q(mentor_id=mine) | Q(mentee_id=mine))
    rows = rows.select_related("mentor", "mentee", "skill", "wish", "asked_by")
    return while_private_rooms_are_open(user, rows.order_by("-starts_on", "-id"))


def get_mentorship(*, user: Any, mentorship_id: int) -> Mentorship:
    return mentorships_visible_to(user).get(pk=mentorship_id)


@dataclass(frozen=True)
class PairLine:
    """One pair in a list, for one of the two."""

    pair: Mentorship
    other: Person
    last_met: date | None
    open_steps: int
    may_answer: bool
    is_over: bool  # its last day is past, and nobody has ended it


@dataclass(frozen=True)
class OwnPairs:
    asked: list[PairLine]
    mentors: list[PairLine]
    mentees: list[PairLine]
    ended: list[PairLine]


def own_pairs(user: Any, today: date) -> OwnPairs:
    """Return one's pairs by how things stand; the newest, in two queries."""
    mine = standing_of(user).person_id
    rows = (
        mentorships_visible_to(user)
        .filter(declined_at=None)
        .annotate(
            last_met=Max("meetings__on"),
            open_steps=Count(
                "steps",
                filter=Q(steps__done_at=None, steps__removed_at=None),
                distinct=True,
            ),
        )
    )
    open_ones = [_line(row, mine, today) for row in rows.filter(ended_at=None)[:MOST]]
    ended = rows.filter(ended_at__isnull=False).order_by("-ended_at")[:MOST]
    running = [line for line in open_ones if line.pair.is_running]
    return OwnPairs(
        asked=[line for line in open_ones if not line.pair.is_running],
        mentors=[line for line in running if line.pair.mentee_id == mine],
        mentees=[line for line in running if line.pair.mentor_id == mine],
        ended=[_line(row, mine, today) for row in ended],
    )


def _line(row: Any, mine: int | None, today: date) -> PairLine:
    return PairLine(
        pair=row,
        other=row.other_than(mine),
        last_met=row.last_met,
        open_steps=row.open_steps,
        may_answer=row.waits_for(mine),
        is_over=row.is_running and row.ends_on < today,
    )


@dataclass(frozen=True)
class SeenPair:
    """What a leader of the mentee sees of a pair: that it is, and no word of it."""

    mentee: Person
    mentor: Person
    goal: str  # empty unless the mentee lets their leaders read it
    starts_on: date
    ends_on: date
    standing: str


def pairs_of_led(
    user: Any, person: Person | None = None, most: int = 200
) -> list[SeenPair]:
    """Return the pairs in which somebody the user leads is the mentee."""
    led = led_by(user, Person.objects.all()).exclude(
        pk=standing_of(user).person_id or 0
    )
    led = led if is_member(user) else led.none()
    led = led if person is None else led.filter(pk=person.pk)
    rows = Mentorship.objects.filter(
        mentee_id__in=led.order_by().values("pk"), declined_at=None
    )
    rows = while_private_rooms_are_open(user, rows)
    rows = rows.select_related("mentee", "mentor").order_by("-starts_on", "-id")
    return [
        SeenPair(
            mentee=row.mentee,
            mentor=row.mentor,
            goal=row.goal if row.leaders_see_goal else "",
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            standing=(
                "ended"
                if row.ended_at
                else "runs"
                if row.began_at
                else "not agreed yet"
            ),
        )
        for row in rows[:most]
    ]
