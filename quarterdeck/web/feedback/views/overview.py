"""What waits for me, what was written for me, whom to thank."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.feedback.permissions import can_use_feedback
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.private import private_room

from ..reading import BOXES, read_overview


@require_GET
@private_room
def overview(request: Request) -> HttpResponse:
    if not can_use_feedback(request.user):
        raise PermissionDenied
    context = read_overview(request.user, request.now)
    return render(request, "feedback/overview.html", context)


@require_GET
@private_room
def box(request: Request, box: str) -> HttpResponse:
    if not can_use_feedback(request.user):
        raise PermissionDenied
    if box not in BOXES:
        raise Http404
    found = BOXES[box]
    page = page_of(found.rows(request.user), page_number(request))
    context = {"box": found, "page": page, "me": request.user.pk}
    return render(request, "feedback/box.html", context)
