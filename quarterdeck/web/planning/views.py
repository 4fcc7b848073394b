"""Plan: ask for a proposal and look at it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.planning import permissions, queries, services
from quarterdeck.domains.planning.rules import rows_of
from quarterdeck.web.shell.http import Request, page_number, still_at_it

from .forms import ProposePlan
from .narrowing import fields_of, narrowing_of


@require_GET
def plan(request: Request) -> HttpResponse:
    teams = queries.teams_to_plan(request.user)
    chosen = queries.team_to_plan(request.user, request.GET.get("team", ""))
    return _plan(request, ProposePlan(teams=teams, initial={"team": chosen}))


def _plan(request: Request, form: ProposePlan, status: int = 200) -> HttpResponse:
    given = request.GET.get("team") or request.POST.get("team", "")
    chosen = queries.team_to_plan(request.user, given)
    return render(
        request,
        "planning/plan.html",
        {
            "form": form,
            "team": chosen,
            "work": queries.work_of(chosen) if chosen else None,
            "proposals": queries.proposals_visible_to(request.user)[:10],
            "scenarios": queries.scenarios_visible_to(request.user)[:10],
        },
        status=status,
    )


@require_POST
def propose(request: Request) -> HttpResponse:
    form = ProposePlan(request.POST, teams=queries.teams_to_plan(request.user))
    if not form.is_valid():
        if "team" in form.errors:
            raise PermissionDenied
        return _plan(request, form, status=422)
    proposal = services.propose_plan(
        team=form.cleaned_data["team"],
        seconds=form.cleaned_data["seconds"],
        weights=form.weights(),
        stretch_rules=form.stretch_rules(),
        with_choices=form.cleaned_data["with_choices"],
        in_parts=form.cleaned_data["in_parts"],
        order=form.order(),
        by=request.user,
        at=request.now,
    )
    return redirect("planning:show", proposal.pk)


@require_GET
def show(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    if request.htmx:
        return still_at_it(
            request,
            "planning/solving.html",
            busy=proposal.is_being_made,
            proposal=proposal,
            parts=queries.parts_of(proposal),
        )
    costs = queries.costs_for(user=request.user, proposal=proposal)
    narrowing = narrowing_of(request.GET)
    number = page_number(request)
    return render(
        request,
        "planning/proposal.html",
        {
            "proposal": proposal,
            "order": queries.order_in_words(proposal.order),
            "aims": queries.aims_in_words(proposal.aims),
            "costs": costs,
            "levers": queries.levers_of(proposal),
            "parts": queries.parts_of(proposal),
            "page": queries.change_rows(proposal, number, costs, narrowing),
            "plans": queries.choice_rows(proposal, costs),
            "narrowing": fields_of(narrowing),
            "choices": queries.choices_of(proposal),
            "matching": queries.count_open(proposal, narrowing),
            "measures": rows_of([proposal.before, proposal.after]),
            "counts": queries.counts_of(proposal),
            "may_decide": permissions.can_decide_on(request.user, proposal),
        },
    )
