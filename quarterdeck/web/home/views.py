"""Home: what needs me now."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.people.permissions import leads_somebody
from quarterdeck.web.shell.http import Request

from .beginning import first_acts
from .cards import happened, my_day, needs_you
from .feedback import said_about_you
from .organization import look_after
from .team import read_team_week


@require_GET
def today(request: Request) -> HttpResponse:
    """Put the cards together; each of them reads for itself."""
    user, day = request.user, request.now.date()
    context = {
        "first_acts": first_acts(user),
        "needs": needs_you(user, day),
        "day": my_day(user, day),
        "leads": leads_somebody(user),
        "organization_card": look_after(user, request.now),
        "happened": happened(user),
        "said": said_about_you(user),
    }
    return render(request, "home/today.html", context)


@require_GET
def team_week(request: Request) -> HttpResponse:
    """The card that asks most of the database comes after the page it stands on."""
    if not leads_somebody(request.user):
        raise PermissionDenied
    week = read_team_week(request.user, request.now.date())
    template = "home/team.html" if request.htmx else "home/week.html"
    return render(request, template, {"week": week})
