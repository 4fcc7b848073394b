"""Who does what on the dates to come, and whom the rotation would propose."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import capacity_of

from ..models import Occasion, Turn, Willingness
from ..rules import Pick, Willing, dates_from, propose
from .occasions import occasions_visible_to

SHOWN = 6
MOST_WILLING = 200


def turns_visible_to(user: Any) -> QuerySet[Turn]:
    seen = occasions_visible_to(user).order_by().values("pk")
    rows = Turn.objects.filter(occasion_id__in=seen)
    return rows.select_related(
        "occasion__team", "person", "offered_to", "offered_for"
    ).order_by("on", "id")


def get_turn(*, user: Any, turn_id: int) -> Turn:
    return turns_visible_to(user).get(pk=turn_id)


@dataclass
class DateLine:
    """One date of an occasion: who does what, or whom the rotation proposes to lead."""

    on: date
    turns: list[Turn] = field(default_factory=list)
    proposed: Person | None = None
    last_on: date | None = None
    away: list[Person] = field(default_factory=list)

    @property
    def leader(self) -> Turn | None:
        return next((one for one in self.turns if one.part == Turn.Part.LEADS), None)


def plan_of(*, user: Any, occasion: Occasion, today: date) -> list[DateLine]:
    """Return the next dates with their turns, and proposals where nobody leads yet."""
    days = dates_from(occasion.first_on, occasion.weeks, today, SHOWN)
    if occasion.ended_at is not None:
        days = []
    turns = turns_visible_to(user).filter(occasion=occasion, on__gte=today)
    lines = {day: DateLine(day) for day in days}
    for turn in turns[: SHOWN * len(Turn.Part)]:
        lines.setdefault(turn.on, DateLine(turn.on)).turns.append(turn)
    open_days = [day for day in days if lines[day].leader is None]
    picks, people = proposals_for(occasion, open_days)
    for pick in picks:
        line = lines[pick.on]
        line.proposed = people.get(pick.person_id or 0)
        line.last_on = pick.last_on
        line.away = [people[one] for one in pick.away]
    return [lines[day] for day in sorted(lines)]


def proposals_for(
    occasion: Occasion, days: list[date]
) -> tuple[list[Pick], dict[int, Person]]:
    """Return whom the rotation proposes for each day, and the people it looked at."""
    if not days:
        return [], {}
    said = Willingness.objects.filter(occasion=occasion, willing=True)
    rows = Person.objects.filter(pk__in=said.values("person_id")).order_by("pk")
    people = {one.pk: one for one in rows[:MOST_WILLING]}
    led = Turn.objects.filter(occasion=occasion, part=Turn.Part.LEADS)
    last = dict(
        led.filter(person_id__in=people)
        .order_by()
        .values_list("person_id")
        .annotate(last=Max("on"))
    )
    first = min(days)
    length = (max(days) - first).days + 1
    hours = capacity_of(list(people.values()), first, length)

    def is_free(person_id: int, day: date) -> bool:
        return hours[person_id][(day - first).days] > 0

    willing = [Willing(one, last.get(one)) for one in people]
    return propose(willing, days, is_free), people


def said_by(user: Any, occasion: Occasion) -> bool | None:
    """Whether the user said they would like to lead it; None where they said nothing."""
    mine = standing_of(user).person_id or 0
    rows = Willingness.objects.filter(occasion=occasion, person_id=mine)
    return rows.values_list("willing", flat=True).first()


def turns_to_swap(*, user: Any, turn: Turn, today: date, most: int = 30) -> list[Turn]:
    """Return turns of others in the same part of the same occasion, still to come."""
    rows = turns_visible_to(user).filter(
        occasion_id=turn.occasion_id, part=turn.part, on__gte=today, offered_to=None
    )
    return list(rows.exclude(person_id=turn.person_id)[:most])


def led_before(*, user: Any, occasion: Occasion, today: date) -> list[Turn]:
    """Return who led the dates that are over, the latest first."""
    rows = turns_visible_to(user).filter(
        occasion=occasion, part=Turn.Part.LEADS, on__lt=today
    )
    return list(rows.order_by("-on")[:SHOWN])
