"""Who does what when: named by hand, from the rotation, and who would like to."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from quarterdeck.domains.occasions import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import NameTurn
from .occasions import page

WISHES = {"yes": True, "no": False, "": None}
SAID = {
    True: "You would like to lead it: the rotation counts on you.",
    False: "You would rather not lead it: nobody proposes you.",
    None: "What you said is taken back.",
}
AHEAD = 6


@require_POST
def name(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    today = timezone.localdate(request.now)
    lines = queries.plan_of(user=request.user, occasion=occasion, today=today)
    form = NameTurn(request.POST, user=request.user, lines=lines)
    if not form.is_valid():
        return page(request, occasion, status=422, name_form=form)
    services.name_turn(
        occasion=occasion, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("occasions:show", occasion_id)


@require_POST
def fill(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    services.fill_turns(occasion=occasion, count=AHEAD, by=request.user, at=request.now)
    tell(request, "The dates are taken over as proposed.")
    return redirect("occasions:show", occasion_id)


@require_POST
def say(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    willing = WISHES.get(request.POST.get("willing", ""))
    services.say_willing(
        occasion=occasion, willing=willing, by=request.user, at=request.now
    )
    tell(request, SAID[willing])
    return redirect("occasions:show", occasion_id)


@require_POST
def remove(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    services.remove_turn(turn=turn, by=request.user, at=request.now)
    return redirect("occasions:show", turn.occasion_id)
