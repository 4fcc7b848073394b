"""Read what was set as cost rates, through what the asking user may see of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import get_organization, get_team

from ..models import CostRate, Person
from ..permissions import (
    can_set_cost_rate_in,
    can_set_cost_rate_of,
    seen_among,
    whose_rate_is_seen,
)
from ..rules import Rate, standing
from .hourly_rates import HourlyRate, rate_of_team, rates_on
from .people import find_people


@dataclass(frozen=True)
class RateCard:
    """What holds on a day, and everything that was set and not taken back."""

    owner: Person | Team
    currency: str
    holds: HourlyRate | None
    rows: list[CostRate]


def get_rated(
    *, user: Any, person_id: int | None = None, team_id: int | None = None
) -> Person | Team:
    """Return the person or team whose rate the user may see; others are not there."""
    if person_id is not None:
        return Person.objects.get(pk__in=seen_among(user, [person_id]))
    team = get_team(user=user, team_id=team_id or 0)
    if not can_set_cost_rate_in(user, team):
        raise Team.DoesNotExist
    return team


def rated_people(*, user: Any, team: Team, today: date) -> QuerySet[Person]:
    """Return who works in a team and below it and whose rate the user may see."""
    return whose_rate_is_seen(user, find_people(user=user, today=today, team=team))


def rate_card_of(*, user: Any, person: Person, day: date) -> RateCard | None:
    """Return the card of a person's rate; None where the user may not see it."""
    if not can_set_cost_rate_of(user, person):
        return None
    return rate_card(person, day)


def rate_card(owner: Person | Team, day: date) -> RateCard:
    """Return the card of somebody or a team the caller was let see the rate of."""
    if isinstance(owner, Team):
        holds = rate_of_team(owner, day)
    else:
        holds = rates_on([owner.pk], day).get(owner.pk)
    return RateCard(owner, currency(), holds, cost_rates_of(owner))


def cost_rates_of(owner: Person | Team) -> list[CostRate]:
    """Return the rates that hold on some day, the latest first.

    The caller was let see this person's or this team's.
    """
    rows = CostRate.objects.filter(taken_back_at=None, **{_kind(owner): owner})
    found = {row.pk: row for row in rows.select_related("set_by")}
    plain = (Rate(row.pk, row.starts_on, row.per_hour) for row in found.values())
    return [found[rate.number] for rate in standing(plain)]


def get_cost_rate(*, owner: Person | Team, cost_rate_id: int) -> CostRate:
    """Return one that was set, also one that was taken back."""
    return CostRate.objects.get(pk=cost_rate_id, **{_kind(owner): owner})


def currency() -> str:
    organization = get_organization()
    return organization.currency if organization else "EUR"


def _kind(owner: Person | Team) -> str:
    return "team" if isinstance(owner, Team) else "person"
