"""Sign in by a link that works once, and what to do without one's password."""

from allauth.account.utils import perform_login
from allauth.account.views import password_reset
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.accounts.services import use_one_time_link
from quarterdeck.web.shell.http import Request

BY_LINK = "signed_in_by_link_at"
WITHOUT_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@login_not_required
@require_http_methods(["GET", "POST"])
def by_link(request: Request, token: str) -> HttpResponse:
    """Ask for a click first: a mail program that looks at links must not spend it.

    The link stands for the password only: whoever has a second factor shows it too.
    """
    if request.method == "GET":
        return render(request, "sign_in/by_link.html", {"token": token})
    user = use_one_time_link(token=token, at=request.now)
    request.session[BY_LINK] = request.now.isoformat()
    return perform_login(request, user, email_verification="none")


@login_not_required
@require_http_methods(["GET", "POST"])
def forgotten(request: Request) -> HttpResponse:
    """With a mail server, allauth sends a link; without one, the page says whom to ask."""
    if settings.EMAIL_BACKEND == WITHOUT_MAIL:
        return render(request, "sign_in/forgotten.html")
    return password_reset(request)
