"""What a plan costs, person by person: the records behind the sums."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.planning import queries
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

HEADINGS = {"before": "Now", "without": "New plan", "after": "As proposed"}
SUPPOSED = {**HEADINGS, "after": "As supposed"}


@require_GET
def cost(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    costs = queries.costs_for(user=request.user, proposal=proposal)
    people = queries.people_in(costs) if costs else []
    headings = SUPPOSED if proposal.scenario_id else HEADINGS
    context = {
        "proposal": proposal,
        "costs": costs,
        "headings": [headings[plan] for plan in (costs.sums if costs else ())],
        "page": page_of(people, page_number(request)),
    }
    return render(request, "planning/cost.html", context)
