"""The people one leads, and what their plans say."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.development import queries
from quarterdeck.domains.people.permissions import is_member, leads_somebody
from quarterdeck.shared.paging import Page, page_of
from quarterdeck.web.shell.http import Request, page_number


@require_GET
def team(request: Request) -> HttpResponse:
    if not is_member(request.user):
        raise PermissionDenied
    today, text = request.now.date(), request.GET.get("q", "").strip()[:100]
    people = queries.members_to_develop(user=request.user, today=today, text=text)
    found = page_of(people, page_number(request))
    context = {
        "page": Page(queries.with_plans(found.items), found.number, found.has_next),
        "text": text,
        "today": today,
        "leads": leads_somebody(request.user),
    }
    return render(request, "development/team.html", context)
