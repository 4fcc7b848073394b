"""The people one leads: their wishes, their pairs, and proposed pairs to suggest."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number, still_at_it
from quarterdeck.web.shell.notices import tell


@require_GET
def index(request: Request) -> HttpResponse:
    user, today = request.user, request.now.date()
    mine = standing_of(user).person_id or 0
    wishes = queries.wishes_visible_to(user).exclude(person_id=mine)
    context = {
        "page": page_of(queries.still_open(wishes, today), page_number(request)),
        "pairs": queries.pairs_of_led(user, most=100),
        "last": queries.proposals_visible_to(user).first(),
        "leads": permissions.can_propose_pairs(user),
    }
    return render(request, "mentoring/led.html", context)


@require_POST
def propose(request: Request) -> HttpResponse:
    if not permissions.can_propose_pairs(request.user):
        raise PermissionDenied
    proposal = services.propose_pairs(by=request.user, at=request.now)
    return redirect("mentoring:proposal", proposal.pk)


@require_GET
def show(request: Request, pairing_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=pairing_id)
    busy = proposal.is_being_made
    if request.htmx:
        page = "mentoring/solving.html"
        return still_at_it(request, page, busy=busy, proposal=proposal)
    lines = queries.lines_of(user=request.user, proposal=proposal)
    context = {
        "proposal": proposal,
        "pairs": [line for line in lines if line.row.mentor_id],
        "left": [line for line in lines if not line.row.mentor_id],
    }
    return render(request, "mentoring/proposal.html", context)


@require_POST
def suggest(request: Request, pairing_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=pairing_id)
    chosen = [int(n) for n in request.POST.getlist("line") if _is_number(n)]
    pairs = services.suggest_pairs(
        proposal=proposal, line_ids=chosen, by=request.user, at=request.now
    )
    two = "The two are" if len(pairs) == 1 else f"{len(pairs)} pairs are"
    tell(request, f"{two} asked. A pair begins when both agree.")
    return redirect("mentoring:proposal", pairing_id)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 19
