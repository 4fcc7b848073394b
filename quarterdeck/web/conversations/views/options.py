"""What could be done."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.conversations import queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request

from ..forms import AddOption, EditOption
from .conversations import page


@require_POST
def add(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    form = AddOption(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, option_form=form)
    services.add_option(
        conversation=found, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("conversations:show", conversation_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, option_id: int) -> HttpResponse:
    option = queries.get_option(user=request.user, option_id=option_id)
    if option.added_by_id != standing_of(request.user).person_id:
        raise PermissionDenied
    now = {"text": option.text, "version": option.version}
    form = EditOption(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.edit_option(
            option=option,
            text=form.cleaned_data["text"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        return redirect("conversations:show", option.conversation_id)
    context = {"form": form, "heading": "Edit an option", "act": "Save"}
    context["conversation"] = option.conversation
    return render(request, "conversations/edit.html", context)


@require_POST
def remove(request: Request, option_id: int) -> HttpResponse:
    option = queries.get_option(user=request.user, option_id=option_id)
    services.remove_option(option=option, by=request.user, at=request.now)
    return redirect("conversations:show", option.conversation_id)
