"""Wish for a mentor: add, change, withdraw, put back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.domains.people.permissions import is_self
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Wish
from .filling_in import fill_in

INTRO = "You and whoever leads you read your wish; a mentor reads it when you ask them."


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    if not permissions.takes_part(request.user):
        raise PermissionDenied
    form = Wish(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = {k: v for k, v in form.cleaned_data.items() if k != "version"}
        wish = services.wish_for_mentor(**given, by=request.user, at=request.now)
        return redirect("mentoring:find", wish.pk)
    return _page(request, form, "Wish for a mentor", "Wish")


@require_http_methods(["GET", "POST"])
def edit(request: Request, mentor_wish_id: int) -> HttpResponse:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    if not is_self(request.user, wish.person):
        raise PermissionDenied
    names = ("skill", "theme", "until", "leader_is_fine", "version")
    now = {name: getattr(wish, name) for name in names}
    form = Wish(request.POST or None, user=request.user, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.edit_wish(
            wish=wish, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:index")
    return _page(request, form, "Edit your wish", "Save")


@require_POST
def withdraw(request: Request, mentor_wish_id: int) -> HttpResponse:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    services.withdraw_wish(wish=wish, by=request.user, at=request.now)
    undo = reverse("mentoring:restore_wish", args=[wish.pk])
    tell(request, "Your wish is withdrawn.", undo=undo)
    return redirect("mentoring:index")


@require_POST
def restore(request: Request, mentor_wish_id: int) -> HttpResponse:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    services.restore_wish(wish=wish, by=request.user, at=request.now)
    return redirect("mentoring:index")


def _page(request: Request, form: Wish, heading: str, act: str) -> HttpResponse:
    back = reverse("mentoring:index")
    return fill_in(request, form, heading=heading, act=act, back=back, intro=INTRO)
