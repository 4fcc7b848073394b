"""Settings of the organization: its numbers, its general facts, its people."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.organization.services import edit_organization
from quarterdeck.domains.people import queries
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from .forms import General
from .sections import for_admins, show


@require_GET
@for_admins
def index(request: Request) -> HttpResponse:
    overview = queries.overview_of(user=request.user, now=request.now)
    holidays = queries.holidays_visible_to(request.user, request.now.year).count()
    return show(request, "index", overview=overview, holidays=holidays)


@require_http_methods(["GET", "POST"])
@for_admins
def general(request: Request) -> HttpResponse:
    form = General(request.POST or None, initial=vars(organization.get_organization()))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data.pop("version")
        edit_organization(
            seen_version=seen, by=request.user, at=request.now, **form.cleaned_data
        )
        tell(request, "Saved.")
        return redirect("settings:general")
    return show(request, "general", form=form)


@require_GET
@for_admins
def people(request: Request) -> HttpResponse:
    """What an admin looks after: teams without a lead, access of people who left."""
    today = request.now.date()
    return show(
        request,
        "people",
        overview=queries.overview_of(user=request.user, now=request.now),
        leaderless=queries.teams_without_lead(request.user, today)[:20],
        left=queries.left_with_access(request.user, today)[:50],
    )
