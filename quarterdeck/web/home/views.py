"""Home: what needs me now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.web.shell.http import Request

from .beginning import first_acts
from .cards import happened, my_day, needs_you
from .organization import look_after
from .team import team_week


@require_GET
def today(request: Request) -> HttpResponse:
    """Put the cards together; each of them reads for itself."""
    user, day = request.user, request.now.date()
    context = {
        "first_acts": first_acts(user),
        "needs": needs_you(user, day),
        "day": my_day(user, day),
        "week": team_week(user, day),
        "organization_card": look_after(user, request.now),
        "happened": happened(user),
    }
    return render(request, "home/today.html", context)
