"""Go on with a draft, give it, or put given feedback in better words."""

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

from ..forms import Words

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import Feedback


@require_http_methods(["GET", "POST"])
@private_room
def edit(request: Request, feedback_id: int) -> HttpResponse:
    """Put given feedback in better words, or go on with a draft."""
    feedback = own(request, feedback_id)
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
    feedback = own(request, feedback_id)
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
    feedback = own(request, feedback_id)
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


def own(request: Request, feedback_id: int) -> "Feedback":
    feedback = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    if not permissions.wrote(request.user, feedback):
        raise PermissionDenied
    return feedback


def _now(feedback: "Feedback") -> dict[str, Any]:
    words = {name: getattr(feedback, name) for name in Words.PARTS}
    return {**words, "version": feedback.version}


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
