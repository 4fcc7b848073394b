"""Suppose something, compare, discard: no record is touched."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.planning import queries, services
from quarterdeck.web.shell.http import Request, still_at_it

from .forms import DraftScenario, Supposition
from .measures import rows_of


@require_http_methods(["GET", "POST"])
def draft(request: Request) -> HttpResponse:
    form, rows = _forms(request)
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        scenario = services.suppose_and_plan(
            **form.cleaned_data,
            adjustments=[a for row in rows if (a := row.adjustment()) is not None],
            by=request.user,
            at=request.now,
        )
        return redirect("planning:compare", scenario.pk)
    if "team" in form.errors:
        raise PermissionDenied
    return render(request, "planning/what_if.html", {"form": form, "rows": rows})


@require_GET
def compare(request: Request, scenario_id: int) -> HttpResponse:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    comparison = queries.comparison_of(scenario)
    if request.htmx:
        return still_at_it(
            request,
            "planning/solving.html",
            busy=comparison.proposal.is_being_made,
            proposal=comparison.proposal,
        )
    context = {
        "scenario": scenario,
        "proposal": comparison.proposal,
        "columns": [name for name, _ in comparison.columns],
        "compared": rows_of([measures for _, measures in comparison.columns]),
    }
    return render(request, "planning/compare.html", context)


@require_POST
def discard(request: Request, scenario_id: int) -> HttpResponse:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.discard_scenario(scenario=scenario, by=request.user, at=request.now)
    return redirect("planning:plan")


def _forms(request: Request) -> tuple[DraftScenario, Any]:
    data = request.POST or None
    rows = formset_factory(Supposition, extra=3, max_num=10, absolute_max=10)
    people, projects = queries.who_and_what_to_suppose(request.user)
    return (
        DraftScenario(data, teams=queries.teams_to_plan(request.user)),
        rows(data, form_kwargs={"people": people, "projects": projects}),
    )
