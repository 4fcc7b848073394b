"""Write feedback: whom for, who may read it, then the words."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..about import About, about
from ..forms import NewFeedback, Words
from .choosing import choose

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import Feedback


@require_http_methods(["GET", "POST"])
@private_room
def give(request: Request) -> HttpResponse:
    """Choose whom for; then write. What is sent is given at once."""
    wanted = _wanted(request)
    if wanted.person is None:
        return choose(request, wanted)
    form = _new_form(request, wanted, giving=True)
    if request.method == "POST" and form.is_valid():
        given = services.give_feedback(**_arguments(request, wanted, form))
        tell(request, f"{wanted.person} can read it now.")
        return redirect("feedback:show", given.pk)
    return _page(request, form, wanted)


@require_POST
@private_room
def draft(request: Request) -> HttpResponse:
    """Keep what is written so far; nobody else sees it."""
    wanted = _wanted(request)
    if wanted.person is None:
        return choose(request, wanted)
    form = _new_form(request, wanted, giving=False)
    if not form.is_valid():
        return _page(request, form, wanted)
    kept = services.draft_feedback(**_arguments(request, wanted, form))
    tell(request, "Kept as a draft. Only you see it.")
    return redirect("feedback:edit", kept.pk)


@require_http_methods(["GET", "POST"])
@private_room
def edit(request: Request, feedback_id: int) -> HttpResponse:
    """Put given feedback in better words, or go on with a draft."""
    feedback = _own(request, feedback_id)
    form = Words(request.POST or None, initial=_now(feedback))
    if request.method == "POST" and form.is_valid():
        services.edit_feedback(
            feedback=feedback,
            words=form.written,
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        tell(request, "Saved. Whoever read it sees what you changed.")
        return redirect("feedback:show", feedback_id)
    return _again(request, form, feedback)


@require_POST
@private_room
def save_draft(request: Request, feedback_id: int) -> HttpResponse:
    feedback = _own(request, feedback_id)
    form = Words(request.POST, giving=False)
    if not form.is_valid():
        return _again(request, form, feedback)
    services.save_draft(
        feedback=feedback,
        words=form.written,
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    tell(request, "Kept as a draft. Only you see it.")
    return redirect("feedback:edit", feedback_id)


@require_POST
@private_room
def give_draft(request: Request, feedback_id: int) -> HttpResponse:
    feedback = _own(request, feedback_id)
    form = Words(request.POST)
    if not form.is_valid():
        return _again(request, form, feedback)
    services.give_draft(
        feedback=feedback,
        words=form.written,
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    tell(request, f"{feedback.receiver} can read it now.")
    return redirect("feedback:show", feedback_id)


def _wanted(request: Request) -> About:
    if not permissions.can_give_feedback(request.user):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    return about(request.user, given)


def _new_form(request: Request, wanted: About, *, giving: bool) -> NewFeedback:
    assert wanted.person is not None
    leaders = [
        person
        for person in queries.leaders_of(wanted.person, request.now.date())
        if person.user_id != request.user.pk
    ]
    return NewFeedback(
        request.POST or None,
        giving=giving,
        receiver=wanted.person,
        leaders=leaders,
        initial={
            **wanted.initial,
            **_words_again(request),
            "visibility": "person",
            "leaders": ",".join(str(person.pk) for person in leaders),
        },
    )


def _words_again(request: Request) -> dict[str, str]:
    """The words of something withdrawn, to be written anew: `?again=12`."""
    given = request.GET.get("again", "")
    if not given.isdecimal() or len(given) > 15:
        return {}
    old = _own(request, int(given))
    return {name: getattr(old, name) for name in Words.PARTS}


def _arguments(request: Request, wanted: About, form: NewFeedback) -> dict[str, Any]:
    return {
        "receiver": wanted.person,
        "visibility": form.cleaned_data["visibility"],
        "leaders": form.shown_leaders,
        "words": form.written,
        "task": wanted.task,
        "goal": wanted.goal,
        "request": wanted.request,
        "by": request.user,
        "at": request.now,
    }


def _own(request: Request, feedback_id: int) -> "Feedback":
    feedback = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    if not permissions.wrote(request.user, feedback):
        raise PermissionDenied
    return feedback


def _now(feedback: "Feedback") -> dict[str, Any]:
    words = {name: getattr(feedback, name) for name in Words.PARTS}
    return {**words, "version": feedback.version}


def _page(request: Request, form: NewFeedback, wanted: About) -> HttpResponse:
    context = {
        "form": form,
        "about": wanted,
        "receiver": wanted.person,
        "give_url": reverse("feedback:give"),
        "draft_url": reverse("feedback:draft"),
    }
    return render(request, "feedback/write.html", context)


def _again(request: Request, form: Words, feedback: "Feedback") -> HttpResponse:
    """The form of what is written down already: who may read it is settled."""
    pk = feedback.pk
    context = {
        "form": form,
        "feedback": feedback,
        "receiver": feedback.receiver,
        "give_url": reverse(
            "feedback:give_draft" if feedback.is_draft else "feedback:edit", args=[pk]
        ),
        "draft_url": reverse("feedback:save_draft", args=[pk]),
    }
    return render(request, "feedback/write.html", context)
