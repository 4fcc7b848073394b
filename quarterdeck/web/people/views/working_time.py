"""When somebody works, and when they are away."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.people import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddTimeOff, SetPattern
from .again import again


@require_POST
def set_pattern(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    form = SetPattern(request.POST)
    if not form.is_valid():
        return again(request, person, form, "Working time")
    services.set_working_pattern(
        person=person,
        starts_on=form.cleaned_data["starts_on"],
        hours=form.hours,
        by=request.user,
        at=request.now,
    )
    return redirect("people:show", person_id)


@require_POST
def remove_pattern(request: Request, person_id: int, pattern_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    pattern = queries.get_pattern(person=person, pattern_id=pattern_id)
    services.remove_working_pattern(pattern=pattern, by=request.user, at=request.now)
    return redirect("people:show", person_id)


@require_POST
def add_time_off(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    form = AddTimeOff(request.POST)
    if not form.is_valid():
        return again(request, person, form, "Time off")
    row = services.add_time_off(
        person=person, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("people:remove_time_off", args=[person_id, row.pk])
    tell(request, "The time off is in the plan.", undo=undo)
    return redirect("people:show", person_id)


@require_POST
def remove_time_off(request: Request, person_id: int, time_off_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = queries.get_time_off(person=person, time_off_id=time_off_id)
    services.remove_time_off(time_off=row, by=request.user, at=request.now)
    return redirect("people:show", person_id)
