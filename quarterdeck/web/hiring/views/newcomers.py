"""Taking newcomers in: begin, how it goes, and what they say about it."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import AnswerOnboarding, StartOnboarding

if TYPE_CHECKING:
    from quarterdeck.domains.hiring.models import Onboarding


@require_GET
def show_all(request: Request) -> HttpResponse:
    """Those of oneself, of people one leads, and where one helps."""
    rows = queries.with_progress(queries.onboardings_visible_to(request.user))
    context = {
        "page": page_of(rows, page_number(request)),
        "here": "onboarding",
        "newcomers": queries.newcomers_of(request.user, request.now.date())[:10],
        "may_curate": permissions.can_curate_templates(request.user),
    }
    return render(request, "hiring/onboardings.html", context)


@require_http_methods(["GET", "POST"])
def start(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_newcomer(user=request.user, person_id=person_id)
    if not permissions.can_start_onboarding(request.user, person):
        raise PermissionDenied
    templates = queries.templates_visible_to(request.user)[:200]
    form = StartOnboarding(
        request.POST or None,
        user=request.user,
        templates=templates,
        initial={"starts_on": person.starts_on or request.now.date()},
    )
    if request.method == "POST" and form.is_valid():
        begun = services.start_onboarding(
            person=person, **form.cleaned_data, by=request.user, at=request.now
        )
        undo = reverse("hiring:stop_onboarding", args=[begun.pk])
        tell(request, f"The onboarding of {person} is started.", undo=undo)
        return redirect("hiring:onboarding", begun.pk)
    context = {"form": form, "person": person, "templates": templates}
    return render(request, "hiring/start.html", context)


@require_GET
def show(request: Request, onboarding_id: int) -> HttpResponse:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    return _page(request, found)


@require_POST
def stop(request: Request, onboarding_id: int) -> HttpResponse:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    services.stop_onboarding(onboarding=found, by=request.user, at=request.now)
    undo = reverse("hiring:resume_onboarding", args=[onboarding_id])
    tell(request, f"The onboarding of {found.person} is stopped.", undo=undo)
    return redirect("hiring:onboarding", onboarding_id)


@require_POST
def resume(request: Request, onboarding_id: int) -> HttpResponse:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    services.resume_onboarding(onboarding=found, by=request.user, at=request.now)
    return redirect("hiring:onboarding", onboarding_id)


@require_POST
def answer(request: Request, onboarding_id: int) -> HttpResponse:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    form = _answer_form(request, found, request.POST)
    if not form.is_valid():
        return _page(request, found, 422, form)
    services.answer_onboarding(
        onboarding=found, **form.cleaned_data, by=request.user, at=request.now
    )
    tell(request, "Thank you. It stands here for those you named.")
    return redirect("hiring:onboarding", onboarding_id)


@require_POST
def erase_answer(request: Request, onboarding_id: int) -> HttpResponse:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    services.erase_onboarding_answer(onboarding=found, by=request.user, at=request.now)
    tell(request, "Your answer is erased.")
    return redirect("hiring:onboarding", onboarding_id)


def _answer_form(
    request: Request, onboarding: "Onboarding", data: object = None
) -> AnswerOnboarding:
    given = queries.answer_of(user=request.user, onboarding=onboarding)
    return AnswerOnboarding(
        data,
        leader=str(onboarding.leader or "Nobody else"),
        buddy=str(onboarding.buddy or ""),
        settled=given.readers if given else "",
        initial=vars(given) if given else {},
    )


def _page(
    request: Request,
    onboarding: "Onboarding",
    status: int = 200,
    form: AnswerOnboarding | None = None,
) -> HttpResponse:
    user, today = request.user, request.now.date()
    rows = queries.rows_of(user=user, onboarding=onboarding, today=today)
    done = sum(not row.task.is_open for row in rows)
    context = {
        "onboarding": onboarding,
        "rows": rows,
        "done": done,
        "share": done / len(rows) if rows else None,
        "answer": queries.answer_of(user=user, onboarding=onboarding),
        "may_answer": permissions.can_answer(user, onboarding),
        "may_run": permissions.can_run_onboarding(user, onboarding),
        "form": form or _answer_form(request, onboarding),
        "today": today,
    }
    return render(request, "hiring/onboarding.html", context, status=status)
