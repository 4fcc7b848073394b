"""When a circle meets."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.circles import queries, services
from quarterdeck.web.shell.http import Request

from ..forms import EditMeeting, PlanMeeting
from .circles import page


@require_POST
def plan(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    form = PlanMeeting(request.POST)
    if not form.is_valid():
        return page(request, circle, status=422, plan=form)
    services.plan_circle_meeting(
        circle=circle, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("circles:show", circle_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, circle_meeting_id: int) -> HttpResponse:
    meeting = queries.get_circle_meeting(
        user=request.user, circle_meeting_id=circle_meeting_id
    )
    names = ("on", "time", "words", "version")
    initial = {name: getattr(meeting, name) for name in names}
    form = EditMeeting(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_circle_meeting(
            meeting=meeting,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("circles:show", meeting.circle_id)
    context = {"form": form, "heading": "Edit the meeting", "act": "Save"}
    return render(request, "circles/edit.html", {**context, "circle": meeting.circle})


@require_POST
def remove(request: Request, circle_meeting_id: int) -> HttpResponse:
    meeting = queries.get_circle_meeting(
        user=request.user, circle_meeting_id=circle_meeting_id
    )
    services.remove_circle_meeting(meeting=meeting, by=request.user, at=request.now)
    return redirect("circles:show", meeting.circle_id)
