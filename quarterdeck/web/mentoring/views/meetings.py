"""Meetings and steps of a pair."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import EditMeeting, NoteMeeting, Step
from .filling_in import fill_in
from .pairs import page


@require_POST
def note(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    form = NoteMeeting(request.POST, auto_id="meeting_%s")
    if not form.is_valid():
        return page(request, pair, 422, meeting_form=form)
    services.note_meeting(
        pair=pair, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("mentoring:pair", mentorship_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, mentor_meeting_id: int) -> HttpResponse:
    row = queries.get_meeting(user=request.user, meeting_id=mentor_meeting_id)
    now = {name: getattr(row, name) for name in ("on", "talked", "version")}
    form = EditMeeting(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.edit_mentor_meeting(
            meeting=row, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:pair", row.mentorship_id)
    back = reverse("mentoring:pair", args=[row.mentorship_id])
    return fill_in(request, form, heading="A meeting", act="Save", back=back)


@require_POST
def agree_on_step(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    form = Step(request.POST, auto_id="step_%s")
    if not form.is_valid():
        return page(request, pair, 422, step_form=form)
    services.agree_on_step(
        pair=pair, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("mentoring:pair", mentorship_id)


def finish_step(request: Request, mentor_step_id: int) -> HttpResponse:
    return _act(request, mentor_step_id, services.finish_mentor_step, "reopen", "Done.")


def reopen_step(request: Request, mentor_step_id: int) -> HttpResponse:
    return _act(request, mentor_step_id, services.reopen_mentor_step)


def remove_step(request: Request, mentor_step_id: int) -> HttpResponse:
    service = services.remove_mentor_step
    return _act(request, mentor_step_id, service, "restore", "Taken off.")


def restore_step(request: Request, mentor_step_id: int) -> HttpResponse:
    return _act(request, mentor_step_id, services.restore_mentor_step)


@require_POST
def _act(
    request: Request, step_id: int, service: Any, undo: str = "", told: str = ""
) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    service(step=step, by=request.user, at=request.now)
    if undo:
        tell(request, told, undo=reverse(f"mentoring:{undo}_step", args=[step_id]))
    return redirect("mentoring:pair", step.mentorship_id)
