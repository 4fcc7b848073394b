"""Which of the people who lead have been trained for it, by how many they lead."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.permissions.standing import led_teams

from ..choices import State
from ..models import Enrolment
from ..permissions import can_see_reports
from ..rules import SIZES, Size, months_before, size_of


@dataclass(frozen=True)
class Row:
    """One size of team: how many lead one, and how many of them were trained."""

    size: Size
    leaders: int
    trained: int

    @property
    def without(self) -> int:
        return self.leaders - self.trained

    @property
    def share(self) -> float | None:
        return self.trained / self.leaders if self.leaders else None


@dataclass(frozen=True)
class Led:
    """Somebody who leads: how many, and the last leadership programme on record."""

    person: Person
    people: int
    last: Enrolment | None


@dataclass(frozen=True)
class Report:
    rows: list[Row]
    leads_nobody: int  # named as leading a team in which there is nobody else
    since: date


def managers_trained(*, user: Any, today: date, months: int) -> Report:
    """Count those who lead in the user's part of the tree; two queries."""
    since = months_before(today, months)
    sizes = _people_led(user, today)
    trained = _trained(user, sizes, since)
    rows = []
    for size in SIZES:
        leaders = {pk for pk, people in sizes.items() if size_of(people) == size}
        rows.append(Row(size, len(leaders), len(leaders & trained.keys())))
    nobody = sum(size_of(people) is None for people in sizes.values())
    return Report(rows, nobody, since)


def leaders_of_size(
    *, user: Any, today: date, months: int, size: Size, only: str = ""
) -> list[int]:
    """Return the ids behind one row: all, the "trained", or those "without"."""
    sizes = _people_led(user, today)
    trained = _trained(user, sizes, months_before(today, months))
    chosen = [pk for pk, people in sizes.items() if size_of(people) == size]
    if only:
        chosen = [pk for pk in chosen if (pk in trained) == (only == "trained")]
    return sorted(chosen, key=lambda pk: (-sizes[pk], pk))


def with_training(
    *, user: Any, person_ids: list[int], today: date, months: int
) -> list[Led]:
    """Tell of one page of leaders what is on record; fixed queries."""
    sizes = _people_led(user, today)
    last = _trained(user, sizes, months_before(today, months))
    chosen = [last[pk] for pk in person_ids if pk in last]
    rows = Enrolment.objects.filter(pk__in=chosen).select_related("programme")
    records = {row.person_id: row for row in rows}
    people = Person.objects.in_bulk([pk for pk in person_ids if pk in sizes])
    found = [Led(one, sizes[pk], records.get(pk)) for pk, one in people.items()]
    return sorted(found, key=lambda one: (-one.people, one.person.name))


def _people_led(user: Any, today: date) -> dict[int, int]:
    """Return for each who leads how many others are directly in their teams.

    Somebody in two teams of one leader is one: only of those teams the people are read.
    """
    if not can_see_reports(user):
        return {}
    teams = led_teams(standing_of(user)).values("pk")
    here = Q(person__ends_on=None) | Q(person__ends_on__gte=today)
    inside = Membership.objects.filter(here, team__in=teams).order_by()
    members = dict(inside.values_list("team_id").annotate(Count("pk")))
    led: dict[int, list[int]] = {}
    for pk, team_id in inside.filter(leads=True).values_list("person_id", "team_id"):
        led.setdefault(pk, []).append(team_id)
    several = {team_id for ids in led.values() if len(ids) > 1 for team_id in ids}
    who: dict[int, set[int]] = {team_id: set() for team_id in several}
    for team_id, pk in inside.filter(team__in=several).values_list(
        "team_id", "person_id"
    ):
        who[team_id].add(pk)
    return {
        pk: len(set().union(*(who[i] for i in ids)) - {pk})
        if len(ids) > 1
        else members[ids[0]] - 1
        for pk, ids in led.items()
    }


def _trained(user: Any, sizes: dict[int, int], since: date) -> dict[int, int]:
    """Return the last place attended in a leadership programme, by person; one query."""
    teams = led_teams(standing_of(user)).values("pk")
    leads = Membership.objects.filter(leads=True, team__in=teams).values("person_id")
    rows: QuerySet[Enrolment] = Enrolment.objects.filter(
        person_id__in=leads,
        state=State.ATTENDED,
        attended_on__gte=since,
        programme__topics__is_leadership=True,
        programme__topics__removed_at=None,
    )
    last = rows.order_by().values("person_id").annotate(last=Max("pk"))
    return {row["person_id"]: row["last"] for row in last if row["person_id"] in sizes}
