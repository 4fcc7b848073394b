"""The first page of a new instance: an organization and its first leader."""

from allauth.account.utils import perform_login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.people.services import begin
from quarterdeck.web.shell.http import Request

from .forms import FoundOrganization


@login_not_required
@require_http_methods(["GET", "POST"])
def found(request: Request) -> HttpResponse:
    form = FoundOrganization(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = begin(**form.cleaned_data, at=request.now)
        return perform_login(request, user, email_verification="none")
    return render(request, "first_run/found.html", {"form": form})
