"""Conversations one is in: the list, one of them, opening, agreeing, closing."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.conversations import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Open
from ..reading import whole

if TYPE_CHECKING:
    from quarterdeck.domains.conversations.models import Conversation


@require_GET
def index(request: Request) -> HttpResponse:
    user = request.user
    context = {
        "lines": queries.lines_of(user),
        "closed": queries.lines_of(user, closed=True),
        "mine": standing_of(user).person_id,
        "may_open": permissions.can_open(user),
        "may_name": permissions.can_name_contact(user),
        "contact": queries.contact(user),
    }
    return render(request, "conversations/index.html", context)


@require_http_methods(["GET", "POST"])
def open_it(request: Request) -> HttpResponse:
    if not permissions.can_open(request.user):
        raise PermissionDenied
    asked = request.GET.get("person", "")
    first = (
        {"other": get_person(user=request.user, person_id=int(asked))}
        if asked.isdecimal() and len(asked) < 19
        else {}
    )
    form = Open(request.POST or None, user=request.user, initial=first)
    if request.method == "POST" and form.is_valid():
        found = services.open_conversation(
            **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"{form.cleaned_data['other']} is asked.")
        return redirect("conversations:show", found.pk)
    context = {"form": form, "heading": "Open a conversation", "act": "Open"}
    return render(request, "conversations/edit.html", context)


@require_GET
def show(request: Request, conversation_id: int) -> HttpResponse:
    conversation = queries.get_conversation(
        user=request.user, conversation_id=conversation_id
    )
    return page(request, conversation)


def page(
    request: Request, conversation: "Conversation", *, status: int = 200, **forms: Any
) -> HttpResponse:
    user, today = request.user, timezone.localdate(request.now)
    context = {**whole(user, conversation, today), **forms}
    name = "conversation" if context["step"] and not context["to_join"] else "asked"
    return render(request, f"conversations/{name}.html", context, status=status)


@require_POST
def agree(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.agree_to_conversation(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def decline(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.decline_conversation(conversation=found, by=request.user, at=request.now)
    tell(request, "Nothing of it stays.")
    return redirect("conversations:index")


@require_POST
def close(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.close_conversation(conversation=found, by=request.user, at=request.now)
    undo = reverse("conversations:restore", args=[conversation_id])
    tell(request, "Closed. You both can still read it.", undo=undo)
    return redirect("conversations:show", conversation_id)


@require_POST
def restore(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.restore_conversation(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)
