"""What an hour of somebody costs on a day: their own rate, else the nearest team's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Team

from ..models import CostRate, Membership, Person
from ..rules import Rate, in_force, inherited

AT_ONCE = 5_000  # ids in one statement, below what any database takes


@dataclass(frozen=True)
class HourlyRate:
    """What an hour of somebody costs on a day; `team` where it is a team's."""

    per_hour: Decimal
    starts_on: date
    team_id: int | None = None
    team_name: str = ""


def rates_on(people: Iterable[int], day: date) -> dict[int, HourlyRate]:
    """Return the rate of each of these people that has one on a day.

    For callers that know who may see them; four queries for any number of people.
    """
    ids = sorted(set(people))
    found: dict[int, HourlyRate] = {}
    for start in range(0, len(ids), AT_ONCE):
        found |= _rates_on(ids[start : start + AT_ONCE], day)
    return found


def rate_of_team(team: Team, day: date) -> HourlyRate | None:
    """Return the default that holds for people of a team, its own or from above."""
    found = _of_teams([team.ancestor_ids], day)
    return _from_team(inherited([team.ancestor_ids], found), _names(found))


def without_rate(rows: QuerySet[Person], day: date) -> QuerySet[Person]:
    """Narrow to the people who have no rate on a day, neither own nor from a team."""
    begun = CostRate.objects.filter(taken_back_at=None, starts_on__lte=day)
    own = begun.filter(person__isnull=False).values("person_id")
    rated = set(begun.filter(team__isnull=False).values_list("team_id", flat=True))
    taken_over = Membership.objects.filter(team_id__in=_at_or_below(rated))
    return rows.filter(~Q(pk__in=own), ~Q(pk__in=taken_over.values("person_id")))


def _at_or_below(team_ids: set[int]) -> list[int]:
    """These teams and every team below; asking the database row by row takes longer."""
    teams = Team.objects.values_list("pk", "path") if team_ids else ()
    return [
        pk
        for pk, path in teams
        if not team_ids.isdisjoint(int(part) for part in path.split("/") if part)
    ]


def _rates_on(ids: list[int], day: date) -> dict[int, HourlyRate]:
    own = _by("person_id", ids, day)
    lines: dict[int, list[list[int]]] = defaultdict(list)
    members = Membership.objects.filter(person_id__in=ids).order_by("since", "pk")
    for member in members.select_related("team"):
        lines[member.person_id].append(member.team.ancestor_ids)
    teams = _of_teams([line for each in lines.values() for line in each], day)
    names = _names(teams)
    found: dict[int, HourlyRate] = {}
    for person_id in ids:
        rate = _from_team(inherited(lines[person_id], teams), names)
        if (mine := own.get(person_id)) is not None:
            rate = HourlyRate(mine.per_hour, mine.starts_on)
        if rate is not None:
            found[person_id] = rate
    return found


def _of_teams(lines: Iterable[Iterable[int]], day: date) -> dict[int, Rate]:
    """The rates in force of all teams on these lines."""
    ids = sorted({team_id for line in lines for team_id in line})
    rates: dict[int, Rate] = {}
    for start in range(0, len(ids), AT_ONCE):
        rates |= _by("team_id", ids[start : start + AT_ONCE], day)
    return rates


def _names(teams: Iterable[int]) -> dict[int, str]:
    ids = list(teams)
    rows = Team.objects.filter(pk__in=ids).values_list("pk", "name") if ids else ()
    return dict(rows)


def _by(field: str, ids: list[int], day: date) -> dict[int, Rate]:
    """The rate in force of each of these owners that has one of its own."""
    found: dict[int, list[Rate]] = defaultdict(list)
    rows = CostRate.objects.filter(
        taken_back_at=None, starts_on__lte=day, **{f"{field}__in": ids}
    )
    for number, owner, starts_on, per_hour in rows.values_list(
        "pk", field, "starts_on", "per_hour"
    ):
        found[owner].append(Rate(number, starts_on, per_hour))
    rates = {owner: in_force(each, day) for owner, each in found.items()}
    return {owner: rate for owner, rate in rates.items() if rate is not None}


def _from_team(
    found: tuple[int, Rate] | None, names: dict[int, str]
) -> HourlyRate | None:
    if found is None:
        return None
    team_id, rate = found
    return HourlyRate(rate.per_hour, rate.starts_on, team_id, names[team_id])
