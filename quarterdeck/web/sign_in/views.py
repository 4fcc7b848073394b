"""Sign in by a link that works once."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.accounts.services import use_one_time_link
from quarterdeck.web.shell.http import Request

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@require_http_methods(["GET", "POST"])
def by_link(request: Request, token: str) -> HttpResponse:
    """Ask for a click first: a mail program that looks at links must not spend it."""
    if request.method == "GET":
        return render(request, "sign_in/by_link.html", {"token": token})
    user = use_one_time_link(token=token, at=request.now)
    login(request, user, backend=BACKEND)
    return redirect("home:today")
