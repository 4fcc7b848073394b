"""One's own account: name, looks, sign-in, tokens."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.accounts import queries, services
from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.web.shell.http import Request, came_from
from quarterdeck.web.shell.private import closed
from quarterdeck.web.sign_in.views import BY_LINK

from .forms import Appearance, NewPassword, NewToken, Profile

# So long after a one-time link a password is set without knowing the one before.
LINK_COUNTS = timedelta(minutes=30)


@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    user = request.user
    now = {"name": user.name, "time_zone": user.time_zone}
    form = Profile(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.change_profile(user=user, **form.cleaned_data, at=request.now)
        return _saved(request, "account:profile")
    return render(request, "account/profile.html", {"form": form})


@require_http_methods(["GET", "POST"])
def appearance(request: Request) -> HttpResponse:
    user = request.user
    now = {"theme": user.theme, "single_keys": user.single_keys}
    form = Appearance(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.change_appearance(user=user, **form.cleaned_data, at=request.now)
        return _saved(request, "account:appearance")
    return render(request, "account/appearance.html", {"form": form})


@require_POST
def theme(request: Request) -> HttpResponse:
    """The switch in the menu: the theme alone, and back to where one was."""
    user = request.user
    form = Appearance(request.POST)
    if form.is_valid():
        services.change_appearance(
            user=user,
            theme=form.cleaned_data["theme"],
            single_keys=user.single_keys,
            at=request.now,
        )
    if request.htmx:
        return HttpResponse(status=204)
    return redirect(came_from(request) or "account:appearance")


@require_GET
def security(request: Request) -> HttpResponse:
    context = {
        "by_link": _came_by_link(request),
        "rooms_open": private_rooms_are_open(request.user),
    }
    return render(request, "account/security.html", context)


@require_GET
def private_rooms(request: Request) -> HttpResponse:
    """Whether they are open; if not, why, and who can open them."""
    return closed(request)


@require_http_methods(["GET", "POST"])
def new_password(request: Request) -> HttpResponse:
    """For whoever came in by a one-time link and does not know the old password."""
    if not _came_by_link(request):
        raise PermissionDenied
    form = NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        services.set_password(user=request.user, password=password, at=request.now)
        update_session_auth_hash(request, request.user)
        del request.session[BY_LINK]
        return _saved(request, "account:security")
    return render(request, "account/new_password.html", {"form": form})


@require_http_methods(["GET", "POST"])
def tokens(request: Request) -> HttpResponse:
    form, made = NewToken(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        made = services.make_token(
            user=request.user, **form.cleaned_data, at=request.now
        )
        form = NewToken()
    context = {"form": form, "made": made, "tokens": queries.tokens_of(request.user)}
    return render(request, "account/tokens.html", context)


@require_POST
def revoke_token(request: Request, token_id: int) -> HttpResponse:
    token = queries.get_token(user=request.user, token_id=token_id)
    services.revoke_token(token=token, at=request.now)
    return redirect("account:tokens")


def _saved(request: Request, page: str) -> HttpResponse:
    messages.success(request, "Saved.")
    return redirect(page)


def _came_by_link(request: Any) -> bool:
    given = request.session.get(BY_LINK)
    return bool(given) and request.now - datetime.fromisoformat(given) < LINK_COUNTS
