"""Ask for feedback; see what came of it; answer, or say no."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..about import about
from ..forms import Ask, Reason
from ..reading import people_to_choose

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import FeedbackRequest


@require_http_methods(["GET", "POST"])
@private_room
def ask(request: Request) -> HttpResponse:
    if not permissions.can_ask_for_feedback(request.user):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    wanted = about(request.user, {k: v for k, v in given.items() if k != "question"})
    near = people_to_choose(request.user, request.now, wanted)
    ticked = [wanted.person.pk] if wanted.person else []
    form = Ask(
        request.POST or None,
        user=request.user,
        near=near,
        today=request.now.date(),
        initial={**wanted.initial, "people": ticked},
    )
    if request.method == "POST" and form.is_valid():
        asked = services.ask_for_feedback(
            question=form.cleaned_data["question"],
            people=form.chosen,
            answer_by=form.cleaned_data["answer_by"],
            task=wanted.task,
            goal=wanted.goal,
            by=request.user,
            at=request.now,
        )
        tell(request, "Your question is sent.")
        return redirect("feedback:request", asked.pk)
    return render(request, "feedback/ask.html", {"form": form, "about": wanted})


@require_GET
@private_room
def show(request: Request, request_id: int) -> HttpResponse:
    found = queries.get_request(user=request.user, request_id=request_id)
    return _page(request, found, Reason())


@require_POST
@private_room
def decline(request: Request, request_id: int) -> HttpResponse:
    asking = queries.get_asking(user=request.user, request_id=request_id)
    form = Reason(request.POST)
    if not form.is_valid():
        found = queries.get_request(user=request.user, request_id=request_id)
        return _page(request, found, form)
    services.decline_request(
        asking=asking, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("feedback:take_up_request", args=[request_id])
    tell(request, f"{asking.request.asker} reads your reason.", undo=undo)
    return redirect("feedback:request", request_id)


@require_POST
@private_room
def take_up(request: Request, request_id: int) -> HttpResponse:
    asking = queries.get_asking(user=request.user, request_id=request_id)
    services.take_back_decline(asking=asking, by=request.user, at=request.now)
    return redirect("feedback:request", request_id)


@require_POST
@private_room
def withdraw(request: Request, request_id: int) -> HttpResponse:
    found = queries.get_request(user=request.user, request_id=request_id)
    services.withdraw_request(request=found, by=request.user, at=request.now)
    undo = reverse("feedback:reopen_request", args=[request_id])
    tell(request, "You ask no longer. Answers you have stay.", undo=undo)
    return redirect("feedback:request", request_id)


@require_POST
@private_room
def reopen(request: Request, request_id: int) -> HttpResponse:
    found = queries.get_request(user=request.user, request_id=request_id)
    services.reopen_request(request=found, by=request.user, at=request.now)
    return redirect("feedback:request", request_id)


def _page(request: Request, found: "FeedbackRequest", form: Reason) -> HttpResponse:
    user = request.user
    mine = permissions.asked(user, found)
    context = {
        "question": found,
        "mine": mine,
        "answers": queries.answers_to(user, found),
        "asking": None if mine else queries.get_asking(user=user, request_id=found.pk),
        "my_answer": None if mine else queries.answer_of(user, found),
        "reason_form": form,
        "today": request.now.date(),
    }
    return render(request, "feedback/question.html", context)
