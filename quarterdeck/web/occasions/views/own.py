"""What I still lead myself and what is handed over: from my own records alone."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from quarterdeck.domains.occasions import queries
from quarterdeck.domains.organization.permissions import is_member
from quarterdeck.web.shell.http import Request


@require_GET
def mine(request: Request) -> HttpResponse:
    if not is_member(request.user):
        raise PermissionDenied
    held = queries.held_by(user=request.user, today=timezone.localdate(request.now))
    context = {
        "with_me": [one for one in held if one.is_mine],
        "handed_over": [one for one in held if not one.is_mine],
    }
    return render(request, "occasions/mine.html", context)
