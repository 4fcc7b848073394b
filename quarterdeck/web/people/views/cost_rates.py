"""What an hour costs: of a person on their page, of a team's people on a page of its own.

The same three acts serve both; the address says whose rate is meant.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.people import queries, services
from quarterdeck.shared.paging import count_up_to, page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..forms import SetCostRate


@require_GET
@private_room
def team_cost_rates(request: Request, team_id: int) -> HttpResponse:
    """The team's own rate, and the rates of everybody in it and below it."""
    team: Any = queries.get_rated(user=request.user, team_id=team_id)
    today, missing = request.now.date(), "missing" in request.GET
    people = queries.rated_people(user=request.user, team=team, today=today)
    without = queries.without_rate(people, today)
    page = page_of(without if missing else people, page_number(request))
    rates = queries.rates_on([one.pk for one in page.items], today)
    card = queries.rate_card(team, today)
    context = {
        "team": team,
        "page": page,
        "rows": [(person, rates.get(person.pk)) for person in page.items],
        "missing": missing,
        "without": count_up_to(without),
        "card": card,
        "set_rate": set_rate_form(card, today),
    }
    return render(request, "people/team_cost_rates.html", context)


@require_POST
@private_room
def set_cost_rate(request: Request, **whose: int) -> HttpResponse:
    owner = queries.get_rated(user=request.user, **whose)
    form = SetCostRate(request.POST, currency=queries.currency())
    if not form.is_valid():
        context = {"form": form, "owner": owner, "back": _page(whose)}
        return render(request, "people/set_cost_rate.html", context, status=422)
    rate = services.set_cost_rate(
        owner=owner, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = _address("take_back", whose, rate.pk)
    tell(request, f"The cost rate of {owner} is set.", undo=undo)
    return redirect(_page(whose))


@require_POST
@private_room
def take_back_cost_rate(
    request: Request, cost_rate_id: int, **whose: int
) -> HttpResponse:
    owner = queries.get_rated(user=request.user, **whose)
    rate = queries.get_cost_rate(owner=owner, cost_rate_id=cost_rate_id)
    services.take_back_cost_rate(rate=rate, by=request.user, at=request.now)
    undo = _address("restore", whose, rate.pk)
    tell(request, f"The cost rate of {owner} is taken back.", undo=undo)
    return redirect(_page(whose))


@require_POST
@private_room
def restore_cost_rate(
    request: Request, cost_rate_id: int, **whose: int
) -> HttpResponse:
    owner = queries.get_rated(user=request.user, **whose)
    rate = queries.get_cost_rate(owner=owner, cost_rate_id=cost_rate_id)
    services.restore_cost_rate(rate=rate, by=request.user, at=request.now)
    return redirect(_page(whose))


def set_rate_form(card: Any, today: Any) -> SetCostRate:
    return SetCostRate(currency=card.currency, initial={"starts_on": today})


def _page(whose: dict[str, int]) -> str:
    if "team_id" in whose:
        return reverse("people:team_cost_rates", kwargs=whose)
    return reverse("people:show", kwargs=whose)


def _address(act: str, whose: dict[str, int], rate_id: int) -> str:
    noun = "team_cost_rate" if "team_id" in whose else "cost_rate"
    return reverse(f"people:{act}_{noun}", kwargs={**whose, "cost_rate_id": rate_id})
