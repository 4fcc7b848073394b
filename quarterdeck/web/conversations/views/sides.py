"""One's own side: write it, hand it in, take it back, show it first."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.conversations import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import WriteView


@require_http_methods(["GET", "POST"])
def write(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    if not permissions.is_one_of_two(request.user, found):
        raise PermissionDenied
    view = queries.own_view(user=request.user, conversation=found)
    names = ("seen", "interests", "version")
    initial = {name: getattr(view, name) for name in names} if view else {}
    form = WriteView(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.write_view(
            conversation=found,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        tell(request, "Kept. Only you read it until it is shown.")
        return redirect("conversations:show", conversation_id)
    context = {"form": form, "heading": "How I see it", "act": "Keep"}
    return render(
        request, "conversations/edit.html", {**context, "conversation": found}
    )


@require_POST
def hand_in(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.hand_in_view(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def take_back(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.take_back_view(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def release(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.release_view(conversation=found, by=request.user, at=request.now)
    tell(request, "Your view is shown to the other.")
    return redirect("conversations:show", conversation_id)
