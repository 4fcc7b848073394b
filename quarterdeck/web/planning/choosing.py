"""Take another of the plans to choose from as the proposal."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.choices import CHOICES
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell


@require_POST
def choose(request: Request, proposal_id: int, choice_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    choice = queries.get_choice(
        user=request.user, proposal=proposal, choice_id=choice_id
    )
    services.choose_plan(choice=choice, by=request.user, at=request.now)
    label, _ = CHOICES[choice.key]
    tell(request, f"Proposed now: “{label}”. Nothing moves before you accept it.")
    return redirect("planning:show", proposal_id)
