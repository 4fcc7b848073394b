"""Lessons for everybody, each shared by the author of a case in a text written for it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.circles import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import EditLesson, ShareLesson


@require_GET
def index(request: Request) -> HttpResponse:
    rows = queries.lessons_visible_to(request.user)
    page = page_of(rows, page_number(request), 20)
    mine = standing_of(request.user).person_id
    return render(request, "circles/lessons.html", {"page": page, "mine": mine})


@require_http_methods(["GET", "POST"])
def share(request: Request, case_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    if not permissions.is_author(request.user, case):
        raise PermissionDenied
    form = ShareLesson(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.share_lesson(
            case=case, **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, "Everybody here can read your lesson.")
        return redirect("circles:lessons")
    context = {"form": form, "heading": "Share a lesson with everybody", "act": "Share"}
    return render(request, "circles/edit.html", {**context, "case": case})


@require_http_methods(["GET", "POST"])
def edit(request: Request, lesson_id: int) -> HttpResponse:
    lesson = queries.get_lesson(user=request.user, lesson_id=lesson_id)
    if not permissions.is_author(request.user, lesson):
        raise PermissionDenied
    initial = {n: getattr(lesson, n) for n in ("title", "text", "version")}
    form = EditLesson(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_lesson(
            lesson=lesson,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("circles:lessons")
    context = {"form": form, "heading": "Edit the lesson", "act": "Save"}
    return render(request, "circles/edit.html", context)


@require_POST
def take_back(request: Request, lesson_id: int) -> HttpResponse:
    lesson = queries.get_lesson(user=request.user, lesson_id=lesson_id)
    services.take_back_lesson(lesson=lesson, by=request.user, at=request.now)
    tell(request, "Taken back: nobody reads it any more.")
    return redirect("circles:lessons")
