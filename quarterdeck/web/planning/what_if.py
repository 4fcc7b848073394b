"""Suppose something, compare, discard: no record is touched."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.rules import rows_of
from quarterdeck.web.shell.http import Request, still_at_it

from .forms import DraftScenario
from .supposing import KINDS, Supposition

ROWS = 3


@require_http_methods(["GET", "POST"])
def draft(request: Request) -> HttpResponse:
    form, rows = _forms(request)
    if request.method == "POST" and form.is_valid() and _valid(rows, form):
        scenario = services.suppose_and_plan(
            name=form.cleaned_data["name"],
            team=form.cleaned_data["team"],
            order=form.order(),
            adjustments=[a for row in rows if (a := row.adjustment()) is not None],
            by=request.user,
            at=request.now,
        )
        return redirect("planning:scenario", scenario.pk)
    if "team" in form.errors:
        raise PermissionDenied
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "rows": rows}
    return render(request, "planning/what_if.html", context, status=status)


@require_GET
def options(request: Request) -> HttpResponse:
    """Suggestions for the row that somebody types in."""
    given = request.GET.dict()
    row = given.get("row", "")
    kind, text = given.get(f"{row}kind", ""), given.get(f"{row}about", "")
    team = queries.team_to_plan(request.user, given.get("team", ""))
    found: list[Any] = []
    if team is not None and kind in dict(KINDS[1:]) and text.strip():
        found = queries.found_to_suppose(kind=kind, team=team, text=text)
    labels = [queries.label_to_suppose(record) for record in found]
    return render(request, "planning/options.html", {"labels": labels})


@require_GET
def scenario(request: Request, scenario_id: int) -> HttpResponse:
    return _scenario(request, scenario_id, Supposition())


@require_POST
def suppose(request: Request, scenario_id: int) -> HttpResponse:
    """Suppose one thing more."""
    found = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    row = Supposition(request.POST)
    row.team = found.team
    if not row.is_valid() or (adjustment := row.adjustment()) is None:
        return _scenario(request, scenario_id, row, status=422)
    services.add_supposition(
        scenario=found, adjustment=adjustment, by=request.user, at=request.now
    )
    return redirect("planning:scenario", scenario_id)


@require_POST
def remove(request: Request, scenario_id: int, number: int) -> HttpResponse:
    found = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.remove_supposition(
        scenario=found, number=number, by=request.user, at=request.now
    )
    return redirect("planning:scenario", scenario_id)


@require_POST
def compare(request: Request, scenario_id: int) -> HttpResponse:
    found = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.compare_again(scenario=found, by=request.user, at=request.now)
    return redirect("planning:scenario", scenario_id)


@require_POST
def discard(request: Request, scenario_id: int) -> HttpResponse:
    found = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.discard_scenario(scenario=found, by=request.user, at=request.now)
    return redirect("planning:plan")


def _scenario(
    request: Request, scenario_id: int, row: Supposition, status: int = 200
) -> HttpResponse:
    found = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    comparison = queries.comparison_of(found)
    proposal = comparison.proposal
    if request.htmx:
        busy = proposal is not None and proposal.is_being_made
        page = "planning/solving.html"
        return still_at_it(request, page, busy=busy, proposal=proposal)
    context = {
        "scenario": found,
        "suppositions": queries.suppositions_of(found),
        "row": row,
        "proposal": proposal,
        "order": queries.order_in_words(proposal.order) if proposal else "",
        "aims": queries.aims_in_words(proposal.aims) if proposal else [],
        "costs": queries.costs_for(user=request.user, proposal=proposal),
        "levers": queries.levers_of(proposal),
        "is_current": comparison.is_current,
        "columns": [name for name, _ in comparison.columns],
        "compared": rows_of([measures for _, measures in comparison.columns]),
    }
    return render(request, "planning/compare.html", context, status=status)


def _forms(request: Request) -> tuple[DraftScenario, Any]:
    data = request.POST or None
    rows = formset_factory(Supposition, extra=ROWS, max_num=10, absolute_max=10)
    return DraftScenario(data, teams=queries.teams_to_plan(request.user)), rows(data)


def _valid(rows: Any, form: DraftScenario) -> bool:
    for row in rows:
        row.team = form.cleaned_data["team"]
    return bool(rows.is_valid())
