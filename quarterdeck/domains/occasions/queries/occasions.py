"""The occasions of one's teams, those above and those one leads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.permissions.standing import is_led

from ..models import Occasion, Turn
from ..rules import dates_from


def occasions_visible_to(user: Any) -> QuerySet[Occasion]:
    """Return what one's teams and the teams above meet for, and what one has a turn in."""
    standing = standing_of(user)
    if not standing.is_member:
        return Occasion.objects.none()
    paths = [path for path, _ in standing.team_names]
    above = {int(part) for path in paths for part in path.split("/") if part}
    seen = Q(team_id__in=above) | is_led(standing, "team__path")
    if standing.person_id is not None:
        mine = Q(person_id=standing.person_id) | Q(offered_to_id=standing.person_id)
        seen |= Q(pk__in=Turn.objects.filter(mine).values("occasion_id"))
    rows = Occasion.objects.filter(seen).select_related("team", "skill", "set_up_by")
    return rows.order_by("title", "id")


def get_occasion(*, user: Any, occasion_id: int) -> Occasion:
    return occasions_visible_to(user).get(pk=occasion_id)


def people_near(occasion: Occasion, day: date) -> QuerySet[Person]:
    """Return who is in the team of an occasion or below it, and works here that day."""
    inside = Membership.objects.filter(team__path__startswith=occasion.team.path)
    here = Q(ends_on=None) | Q(ends_on__gte=day)
    rows = Person.objects.filter(here, pk__in=inside.values("person_id"))
    return rows.order_by("name", "id")


@dataclass(frozen=True)
class Line:
    """One occasion in a list: its next date, and who leads it then."""

    occasion: Occasion
    next_on: date | None
    leader: Person | None


def lines_of(occasions: list[Occasion], today: date) -> list[Line]:
    """Return a page of occasions with their next date and leader, in one query."""
    ids = [one.pk for one in occasions]
    rows = Turn.objects.filter(occasion_id__in=ids, on__gte=today)
    led = {
        (row.occasion_id, row.on): row.person
        for row in rows.filter(part=Turn.Part.LEADS)
        .select_related("person")
        .order_by("on")[:2_000]
    }
    return [_line(one, led, today) for one in occasions]


def _line(occasion: Occasion, led: dict[tuple[int, date], Person], today: date) -> Line:
    if occasion.ended_at is not None:
        return Line(occasion, None, None)
    ahead = dates_from(occasion.first_on, occasion.weeks, today, 1)
    day = ahead[0] if ahead else None
    return Line(occasion, day, led.get((occasion.pk, day)) if day else None)
