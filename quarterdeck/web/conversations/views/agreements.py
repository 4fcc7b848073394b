"""Who does what by when, both saying yes, and looking back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.conversations import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request

from ..forms import AddUndertaking, EditUndertaking, FollowUp, LookBack
from .conversations import page


@require_POST
def add(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    form = AddUndertaking(request.POST, auto_id="undertaking_%s")
    if not form.is_valid():
        return page(request, found, status=422, undertaking_form=form)
    mine = standing_of(request.user).person_id
    other = found.other_than(mine)
    me = found.opener if other == found.other else found.other
    services.add_undertaking(
        conversation=found,
        person=me if form.cleaned_data["who"] == "me" else other,
        what=form.cleaned_data["what"],
        due_on=form.cleaned_data["due_on"],
        by=request.user,
        at=request.now,
    )
    return redirect("conversations:show", conversation_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, undertaking_id: int) -> HttpResponse:
    row = queries.get_undertaking(user=request.user, undertaking_id=undertaking_id)
    if not permissions.is_one_of_two(request.user, row.conversation):
        raise PermissionDenied
    now = {"what": row.what, "due_on": row.due_on, "version": row.version}
    form = EditUndertaking(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_undertaking(
            undertaking=row,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("conversations:show", row.conversation_id)
    context = {"form": form, "heading": f"What {row.person} does", "act": "Save"}
    context["conversation"] = row.conversation
    return render(request, "conversations/edit.html", context)


@require_POST
def remove(request: Request, undertaking_id: int) -> HttpResponse:
    row = queries.get_undertaking(user=request.user, undertaking_id=undertaking_id)
    services.remove_undertaking(undertaking=row, by=request.user, at=request.now)
    return redirect("conversations:show", row.conversation_id)


@require_POST
def finish(request: Request, undertaking_id: int) -> HttpResponse:
    row = queries.get_undertaking(user=request.user, undertaking_id=undertaking_id)
    services.finish_undertaking(
        undertaking=row,
        on=timezone.localdate(request.now),
        by=request.user,
        at=request.now,
    )
    return redirect("conversations:show", row.conversation_id)


@require_POST
def reopen(request: Request, undertaking_id: int) -> HttpResponse:
    row = queries.get_undertaking(user=request.user, undertaking_id=undertaking_id)
    services.reopen_undertaking(undertaking=row, by=request.user, at=request.now)
    return redirect("conversations:show", row.conversation_id)


@require_POST
def follow_up(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    form = FollowUp(request.POST, auto_id="follow_%s")
    if not form.is_valid():
        return page(request, found, status=422, follow_form=form)
    services.set_follow_up(
        conversation=found, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("conversations:show", conversation_id)


@require_POST
def agree(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.agree_to_all(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def look_back(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    form = LookBack(request.POST, auto_id="look_%s")
    if not form.is_valid():
        return page(request, found, status=422, look_form=form)
    services.look_back(
        conversation=found, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("conversations:show", conversation_id)
