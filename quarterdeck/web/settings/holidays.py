"""Public holidays: look at what a place has, take over, add one's own."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.people import queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .forms import AddHoliday, ChooseHolidays, chosen
from .sections import for_admins, show


@require_http_methods(["GET"])
@for_admins
def holidays(request: Request) -> HttpResponse:
    """The kept days; with a place and a year in the address, a proposal beside them."""
    here = get_organization()
    usual = {
        "country": here.country if here else "",
        "subdivision": here.subdivision if here else "",
        "year": request.now.year,
    }
    form = ChooseHolidays(
        request.GET if "country" in request.GET else None, initial=usual
    )
    proposed = (
        queries.proposed_holidays(**form.cleaned_data) if form.is_valid() else None
    )
    since = queries.holidays_visible_to(request.user).filter(
        on__year__gte=request.now.year
    )
    return show(
        request,
        "holidays",
        form=form,
        proposed=proposed,
        page=page_of(since, page_number(request)),
        own=AddHoliday(),
    )


@require_POST
@for_admins
def take_over(request: Request) -> HttpResponse:
    form = ChooseHolidays(request.POST)
    if form.is_valid():
        days = chosen(
            request.POST.getlist("day"), queries.proposed_holidays(**form.cleaned_data)
        )
        count = services.take_over_holidays(
            days=days,
            location=form.cleaned_data["location"],
            by=request.user,
            at=request.now,
        )
        tell(request, f"{count} days are kept as holidays.")
    return redirect("settings:holidays")


@require_POST
@for_admins
def add(request: Request) -> HttpResponse:
    form = AddHoliday(request.POST)
    if form.is_valid():
        services.add_holiday(**form.cleaned_data, by=request.user, at=request.now)
    return redirect("settings:holidays")


@require_POST
@for_admins
def remove(request: Request, holiday_id: int) -> HttpResponse:
    holiday = queries.get_holiday(user=request.user, holiday_id=holiday_id)
    services.remove_holiday(holiday=holiday, by=request.user, at=request.now)
    tell(request, f"{holiday.name} is a working day again.")
    return redirect("settings:holidays")
