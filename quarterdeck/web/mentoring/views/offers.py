"""Say that one will mentor; take it back and put it again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Offer
from .filling_in import fill_in


@require_http_methods(["GET", "POST"])
def offer(request: Request) -> HttpResponse:
    if not permissions.takes_part(request.user):
        raise PermissionDenied
    mine = queries.own_offer(request.user)
    initial: dict[str, object] = {"since": request.now.date()}
    if mine is not None:
        names = ("capacity", "themes", "since", "version")
        initial = {name: getattr(mine, name) for name in names}
        initial["skills"] = [row.skill_id for row in mine.skills.all()]
    form = Offer(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.offer_mentoring(
            **given, seen_version=seen, by=request.user, at=request.now
        )
        tell(request, "Your offer stands. Every member can read it.")
        return redirect("mentoring:index")
    return fill_in(
        request,
        form,
        heading="Offer to mentor",
        act="Offer",
        back=reverse("mentoring:index"),
        intro="Every member reads who mentors, in what, and whether there is room.",
    )


@require_POST
def withdraw(request: Request) -> HttpResponse:
    mine = _mine(request)
    services.withdraw_offer(offer=mine, by=request.user, at=request.now)
    undo = reverse("mentoring:restore_offer")
    tell(request, "Withdrawn. Those you mentor stay with you.", undo=undo)
    return redirect("mentoring:index")


@require_POST
def restore(request: Request) -> HttpResponse:
    mine = _mine(request)
    services.restore_offer(offer=mine, by=request.user, at=request.now)
    return redirect("mentoring:index")


def _mine(request: Request) -> Any:
    mine = queries.own_offer(request.user)
    if mine is None:
        raise Http404
    return mine
