"""Forgetting somebody: what goes and what stays, asking, beginning, taking back."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.erasure import permissions, queries, services
from quarterdeck.domains.erasure.rules import rooms_in_words
from quarterdeck.domains.people.permissions import is_self, standing_of
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.settings.sections import for_admins, tabs_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .forms import TypeName

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person


@require_GET
@for_admins
def wishes(request: Request) -> HttpResponse:
    """What an admin is asked to begin, what waits for its day, what was."""
    page = queries.page_of_erasures(user=request.user, number=page_number(request))
    context = {"page": page, "sections": tabs_of(request)}
    return render(request, "erasure/wishes.html", context)


@require_GET
def me(request: Request) -> HttpResponse:
    """Lead to one's own page, from the account, which knows no person."""
    person_id = standing_of(request.user).person_id
    if person_id is None:
        raise ObjectDoesNotExist
    return redirect("erasure:person", person_id)


@require_GET
def wish(request: Request, erasure_id: int) -> HttpResponse:
    """Lead from what is told of a wish to the person it is about."""
    erasure = queries.get_erasure(user=request.user, erasure_id=erasure_id)
    return redirect("erasure:person", _still_there(erasure).pk)


@require_GET
def person(request: Request, person_id: int) -> HttpResponse:
    one = get_person(user=request.user, person_id=person_id)
    if not permissions.can_look_at_erasure_of(request.user, one):
        raise PermissionDenied
    return _show(request, one, TypeName(person=one))


@require_POST
def ask(request: Request, person_id: int) -> HttpResponse:
    one = get_person(user=request.user, person_id=person_id)
    form = TypeName(request.POST, person=one)
    if not permissions.can_look_at_erasure_of(request.user, one):
        raise PermissionDenied
    if not form.is_valid():
        return _show(request, one, form)
    erasure = services.ask_for_erasure(
        person=one, by=request.user, at=request.now, **form.cleaned_data
    )
    undo = reverse("erasure:take_back", args=[erasure.pk])
    tell(request, "It is asked for. An admin begins it.", undo=undo)
    return redirect("erasure:person", person_id)


@require_POST
def begin(request: Request, erasure_id: int) -> HttpResponse:
    erasure = queries.get_erasure(user=request.user, erasure_id=erasure_id)
    one = _still_there(erasure)
    form = TypeName(request.POST, person=one)
    if not form.is_valid():
        return _show(request, one, form)
    erasure = services.begin_erasure(
        erasure=erasure, by=request.user, at=request.now, **form.cleaned_data
    )
    undo = reverse("erasure:take_back", args=[erasure.pk])
    tell(request, f"{one} will be forgotten in a week.", undo=undo)
    return redirect("erasure:person", one.pk)


@require_POST
def take_back(request: Request, erasure_id: int) -> HttpResponse:
    erasure = queries.get_erasure(user=request.user, erasure_id=erasure_id)
    one = _still_there(erasure)
    services.take_back_erasure(erasure=erasure, by=request.user, at=request.now)
    tell(request, "It is taken back: nothing will be forgotten.")
    return redirect("erasure:person", one.pk)


def _still_there(erasure: Any) -> "Person":
    if erasure.person is None:
        raise ObjectDoesNotExist
    return erasure.person


def _show(request: Request, one: "Person", form: TypeName) -> HttpResponse:
    user, today = request.user, request.now.date()
    erasure = queries.open_erasure_of(user=user, person=one)
    fates = queries.fates_of(user=user, person=one)
    context = {
        "person": one,
        "is_me": is_self(user, one),
        "erasure": erasure,
        "form": form,
        "goes": [fate for fate in fates if fate.count and fate.fate == "goes"],
        "unlinked": [fate for fate in fates if fate.count and fate.fate != "goes"],
        "private": rooms_in_words(fate.room for fate in fates if fate.count is None),
        "may_ask": permissions.can_ask_for_erasure(user, one, today),
        "may_begin": erasure and permissions.can_begin_erasure(user, erasure),
        "may_take_back": erasure and permissions.can_take_back_erasure(user, erasure),
    }
    return render(request, "erasure/person.html", context)
