"""One piece of feedback: read it, answer it, let fewer read it, take it back."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..forms import Note, Reply

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import Feedback


@require_GET
@private_room
def show(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    if found.is_draft:
        return redirect("feedback:edit", feedback_id)
    return _page(request, found)


@require_POST
@private_room
def see(request: Request, feedback_id: int) -> HttpResponse:
    """The opened page says so by itself; without JavaScript a button does."""
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    services.see_feedback(feedback=found, by=request.user, at=request.now)
    if request.htmx:
        return render(request, "feedback/show.html#seen", {"seen_at": request.now})
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def thank(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    services.thank_for_feedback(feedback=found, by=request.user, at=request.now)
    tell(request, "Your thanks are told.")
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def reply(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    form = Reply(request.POST)
    if not form.is_valid():
        return _page(request, found, reply_form=form)
    services.reply_to_feedback(
        feedback=found, **form.cleaned_data, by=request.user, at=request.now
    )
    tell(request, "Your reply is sent.")
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def note(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    form = Note(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return _page(request, found, note_form=form)
    services.keep_note(
        feedback=found,
        text=form.cleaned_data["text"],
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    tell(request, "Your note is kept. Only you see it.")
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def narrow(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    services.narrow_feedback(feedback=found, by=request.user, at=request.now)
    tell(request, f"Only {found.receiver} and you read it from now on.")
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def withdraw(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    services.withdraw_feedback(feedback=found, by=request.user, at=request.now)
    tell(request, "Withdrawn. Nobody read it; only you still have the words.")
    return redirect("feedback:show", feedback_id)


@require_POST
@private_room
def discard(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_feedback(user=request.user, feedback_id=feedback_id)
    services.discard_draft(feedback=found, by=request.user, at=request.now)
    undo = reverse("feedback:restore_draft", args=[feedback_id])
    tell(request, "The draft is discarded.", undo=undo)
    return redirect("feedback:overview")


@require_POST
@private_room
def restore(request: Request, feedback_id: int) -> HttpResponse:
    found = queries.get_discarded(user=request.user, feedback_id=feedback_id)
    services.restore_draft(feedback=found, by=request.user, at=request.now)
    return redirect("feedback:edit", feedback_id)


def _page(request: Request, found: "Feedback", **forms: Any) -> HttpResponse:
    user = request.user
    mine = permissions.wrote(user, found)
    own = next((r for r in found.readers.all() if r.user_id == user.pk), None)
    kept = queries.note_of(user, found)
    now = {"text": kept.text, "version": kept.version} if kept else {}
    context = {
        "feedback": found,
        "mine": mine,
        "is_for_me": permissions.is_for(user, found),
        "own_row": own,
        "wordings": queries.wordings_of(user, found),
        "note": kept,
        "reply_form": Reply(),
        "note_form": Note(initial=now, auto_id="note_%s"),
        **forms,
    }
    return render(request, "feedback/show.html", context)
