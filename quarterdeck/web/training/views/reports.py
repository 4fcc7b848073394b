"""Which of the people who lead have been trained for it, by how many they lead."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.training import permissions, queries
from quarterdeck.domains.training.rules import SIZES
from quarterdeck.shared.paging import Page, page_of
from quarterdeck.web.shell.http import Request, page_number

from ..asked import MONTHS, months_asked_for


@require_GET
def report(request: Request) -> HttpResponse:
    if not permissions.can_see_reports(request.user):
        raise PermissionDenied
    today, months = request.now.date(), months_asked_for(request)
    context = {
        "report": queries.managers_trained(
            user=request.user, today=today, months=months
        ),
        "months": months,
        "choices": MONTHS,
    }
    return render(request, "training/report.html", context)


@require_GET
def leaders(request: Request) -> HttpResponse:
    """Who stands behind one count of the report."""
    user, today, months = request.user, request.now.date(), months_asked_for(request)
    if not permissions.can_see_reports(user):
        raise PermissionDenied
    wanted, which = request.GET.get("size", ""), request.GET.get("which", "")
    size = next((one for one in SIZES if one.key == wanted), SIZES[0])
    which = which if which in ("trained", "without") else ""
    ids = queries.leaders_of_size(
        user=user, today=today, months=months, size=size, only=which
    )
    found = page_of(ids, page_number(request))
    rows = queries.with_training(
        user=user, person_ids=found.items, today=today, months=months
    )
    context = {
        "page": Page(rows, found.number, found.has_next),
        "size": size,
        "which": which,
        "months": months,
    }
    return render(request, "training/report_leaders.html", context)
