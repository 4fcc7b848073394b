"""The door of an invitation: open to strangers who hold its link."""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.organization import queries
from quarterdeck.domains.people.services import accept_invitation
from quarterdeck.web.shell.http import Request

from .forms import Join


@login_not_required
@require_http_methods(["GET", "POST"])
def join(request: Request, token: str) -> HttpResponse:
    """A link that never was, is spent, revoked or too old gets one and the same answer."""
    invitation = queries.invitation_behind(token, request.now)
    # Tokens cannot be guessed; what is limited is trying addresses behind a good one.
    if too_often := ratelimit.consume_or_429(request, action="signup"):
        return too_often
    form = Join(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        user = accept_invitation(token=token, **form.cleaned_data, at=request.now)
        return perform_login(request, user, email_verification="none")
    context = {"form": form, "invitation": invitation, "inviting": _inviting()}
    return render(request, "organization/join.html", context)


def _inviting() -> str:
    organization = queries.get_organization()
    return organization.name if organization else ""
