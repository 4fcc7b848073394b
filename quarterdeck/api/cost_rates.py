"""Cost rates for programs: of a person, and of everybody in a team."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people import queries, services

from .authentication import may
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

of_people = Router(tags=["cost rates"], auth=may("rates", private=True))
of_teams = Router(tags=["cost rates"], auth=may("rates", private=True))
Amount = Annotated[Decimal, Field(ge=0, le=100_000, max_digits=8, decimal_places=2)]


class CostRateOut(Schema):
    id: int
    person_id: int | None
    team_id: int | None
    per_hour: Decimal
    starts_on: date
    note: str
    set_by_id: int | None
    set_at: datetime
    taken_back_at: datetime | None


class HourlyRateOut(Schema):
    """What holds on a day; `team_id` where it was taken over from a team."""

    per_hour: Decimal
    starts_on: date
    team_id: int | None


class RateCardOut(Schema):
    currency: str
    holds: HourlyRateOut | None
    rates: list[CostRateOut] = Field(alias="rows")


class NewCostRate(Schema):
    per_hour: Amount
    starts_on: Day
    note: Annotated[Text, Field(max_length=200)] = ""


class RatedPerson(Schema):
    person_id: int
    name: str
    holds: HourlyRateOut | None


class RatedQuery(Schema):
    missing: bool = False


@of_people.get("/{person_id}/cost-rates/", response=RateCardOut)
def list_cost_rates(request: Request, person_id: Id) -> Any:
    return _card(request, person_id=person_id)


@of_people.post("/{person_id}/cost-rates/", response={201: CostRateOut})
def set_cost_rate(request: Request, person_id: Id, body: NewCostRate) -> Any:
    return Status(201, _set(request, body, person_id=person_id))


@of_people.delete("/{person_id}/cost-rates/{cost_rate_id}/", response=CostRateOut)
def take_back_cost_rate(request: Request, person_id: Id, cost_rate_id: Id) -> Any:
    rate = _rate(request, cost_rate_id, person_id=person_id)
    return services.take_back_cost_rate(rate=rate, by=request.user, at=request.now)


@of_people.post(
    "/{person_id}/cost-rates/{cost_rate_id}/restore/",
    response=CostRateOut,
)
def restore_cost_rate(request: Request, person_id: Id, cost_rate_id: Id) -> Any:
    rate = _rate(request, cost_rate_id, person_id=person_id)
    return services.restore_cost_rate(rate=rate, by=request.user, at=request.now)


@of_teams.get("/{team_id}/cost-rates/", response=RateCardOut)
def list_team_cost_rates(request: Request, team_id: Id) -> Any:
    return _card(request, team_id=team_id)


@of_teams.post("/{team_id}/cost-rates/", response={201: CostRateOut})
def set_team_cost_rate(request: Request, team_id: Id, body: NewCostRate) -> Any:
    return Status(201, _set(request, body, team_id=team_id))


@of_teams.delete("/{team_id}/cost-rates/{cost_rate_id}/", response=CostRateOut)
def take_back_team_cost_rate(request: Request, team_id: Id, cost_rate_id: Id) -> Any:
    rate = _rate(request, cost_rate_id, team_id=team_id)
    return services.take_back_cost_rate(rate=rate, by=request.user, at=request.now)


@of_teams.post(
    "/{team_id}/cost-rates/{cost_rate_id}/restore/",
    response=CostRateOut,
)
def restore_team_cost_rate(request: Request, team_id: Id, cost_rate_id: Id) -> Any:
    rate = _rate(request, cost_rate_id, team_id=team_id)
    return services.restore_cost_rate(rate=rate, by=request.user, at=request.now)


@of_teams.get("/{team_id}/rated-people/", response=Listing[RatedPerson])
def list_rated_people(
    request: Request,
    team_id: Id,
    window: WindowQuery,
    wanted: Annotated[RatedQuery, Query()],
) -> Any:
    """What an hour of each person in the team and below it costs today."""
    today = request.now.date()
    team: Any = queries.get_rated(user=request.user, team_id=team_id)
    people = queries.rated_people(user=request.user, team=team, today=today)
    if wanted.missing:
        people = queries.without_rate(people, today)
    page = listing(people, window)
    rates = queries.rates_on([one.pk for one in page["items"]], today)
    page["items"] = [
        {"person_id": one.pk, "name": one.name, "holds": rates.get(one.pk)}
        for one in page["items"]
    ]
    return page


def _card(request: Request, **whose: int) -> Any:
    owner = queries.get_rated(user=request.user, **whose)
    return queries.rate_card(owner, request.now.date())


def _set(request: Request, body: NewCostRate, **whose: int) -> Any:
    owner = queries.get_rated(user=request.user, **whose)
    return services.set_cost_rate(
        owner=owner, **body.dict(), by=request.user, at=request.now
    )


def _rate(request: Request, cost_rate_id: int, **whose: int) -> Any:
    owner = queries.get_rated(user=request.user, **whose)
    return queries.get_cost_rate(owner=owner, cost_rate_id=cost_rate_id)
