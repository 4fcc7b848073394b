"""What would help: find it, look at it, suppose one of it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.planning import queries, services
from quarterdeck.web.shell.http import Request, still_at_it


@require_GET
def levers(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    found = queries.levers_of(proposal)
    context = {"proposal": proposal, "levers": found}
    if request.htmx:
        busy = found.standing == "looking"
        return still_at_it(request, "planning/looking.html", busy=busy, **context)
    return render(request, "planning/levers.html", context)


@require_POST
def find(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.find_levers(proposal=proposal, by=request.user, at=request.now)
    return redirect("planning:levers", proposal_id)


@require_POST
def stop(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.stop_levers(proposal=proposal, by=request.user, at=request.now)
    return redirect("planning:levers", proposal_id)


@require_POST
def suppose(request: Request, proposal_id: int, number: int) -> HttpResponse:
    """Make a what-if of one of them, with one press."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    scenario = services.suppose_lever(
        proposal=proposal, number=number, by=request.user, at=request.now
    )
    return redirect("planning:scenario", scenario.pk)
