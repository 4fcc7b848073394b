"""What a team may spend on training in a year, and what it comes to."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from quarterdeck.domains.people.queries import currency
from quarterdeck.domains.training import queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..asked import teams_offered
from ..place_forms import SetBudget


@require_GET
def mine(request: Request) -> HttpResponse:
    """The budget of the first team one leads, this year; the page says where there is none."""
    teams = queries.teams_with_budgets(request.user)
    if (first := teams.first()) is None:
        raise PermissionDenied
    return redirect("training:budget", first.pk, request.now.year)


@require_http_methods(["GET", "POST"])
def budget(request: Request, team_id: int, year: int) -> HttpResponse:
    """One team and year; sending its form sets what may be spent."""
    user = request.user
    team = queries.teams_with_budgets(user).get(pk=team_id)
    if not 2000 <= year <= 2200:
        raise Http404
    kept = queries.budget_of(user=user, team=team, year=year)
    names = ("amount", "note", "version")
    initial = {name: getattr(kept, name) for name in names} if kept else {}
    form = SetBudget(request.POST or None, currency=currency(), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        services.set_training_budget(
            team=team, year=year, **said, seen_version=seen, by=user, at=request.now
        )
        return redirect("training:budget", team_id, year)
    places = queries.places_paid_by(user=user, team=team, year=year)
    context = {
        "team": team,
        "year": year,
        "sums": queries.sums_of(user=user, team=team, year=year),
        "kept": kept,
        "form": form,
        "page": page_of(places, page_number(request)),
        "currency": currency(),
        "teams": teams_offered(request),
    }
    return render(request, "training/budget.html", context)
