"""Whom the organization names for those who need somebody else: kept by admins."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.conversations import permissions, queries, services
from quarterdeck.web.shell.http import Request

from ..forms import NameContact


@require_http_methods(["GET", "POST"])
def name(request: Request) -> HttpResponse:
    if not permissions.can_name_contact(request.user):
        raise PermissionDenied
    found = queries.contact(request.user)
    now = {"person": found.person, "words": found.words} if found else {}
    form = NameContact(request.POST or None, user=request.user, initial=now)
    if request.method == "POST" and form.is_valid():
        services.name_contact(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("conversations:index")
    context = {"form": form, "contact": found}
    return render(request, "conversations/contact.html", context)


@require_POST
def remove(request: Request) -> HttpResponse:
    services.remove_contact(by=request.user, at=request.now)
    return redirect("conversations:index")
