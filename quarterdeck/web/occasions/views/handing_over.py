"""Hand one's turn over or swap it: offer, accept, decline, keep."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.occasions import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import OfferTurn


@require_http_methods(["GET", "POST"])
def offer(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    if not permissions.can_hand_over(request.user, turn):
        raise PermissionDenied
    today = timezone.localdate(request.now)
    theirs = queries.turns_to_swap(user=request.user, turn=turn, today=today)
    form = OfferTurn(request.POST or None, user=request.user, theirs=theirs)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        swap = {one.pk: one for one in theirs}.get(given.pop("swap_for") or 0)
        services.offer_turn(
            turn=turn, swap_for=swap, **given, by=request.user, at=request.now
        )
        tell(request, f"{given['to']} is asked. Until the answer it stays yours.")
        return redirect("occasions:show", turn.occasion_id)
    return render(request, "occasions/offer.html", {"form": form, "turn": turn})


@require_POST
def accept(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    services.accept_turn(turn=turn, by=request.user, at=request.now)
    tell(request, "It is yours now.")
    return redirect("occasions:show", turn.occasion_id)


@require_POST
def decline(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    services.decline_turn(turn=turn, by=request.user, at=request.now)
    tell(request, "It stays where it was.")
    return redirect("occasions:index")


@require_POST
def keep(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    services.withdraw_offer(turn=turn, by=request.user, at=request.now)
    return redirect("occasions:show", turn.occasion_id)
