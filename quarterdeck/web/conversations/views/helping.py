"""A helper: asked by one, agreed to by the other, then joining."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from quarterdeck.domains.conversations import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AskHelper
from .conversations import page


@require_POST
def ask(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    form = AskHelper(request.POST, user=request.user, auto_id="helper_%s")
    if not form.is_valid():
        return page(request, found, status=422, helper_form=form)
    services.ask_helper(
        conversation=found, **form.cleaned_data, by=request.user, at=request.now
    )
    tell(request, "They hear of it once the other of you agrees.")
    return redirect("conversations:show", conversation_id)


@require_POST
def agree(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_open_conversation(
        user=request.user, conversation_id=conversation_id
    )
    services.agree_to_helper(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def join(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_conversation(user=request.user, conversation_id=conversation_id)
    services.join_as_helper(conversation=found, by=request.user, at=request.now)
    return redirect("conversations:show", conversation_id)


@require_POST
def end(request: Request, conversation_id: int) -> HttpResponse:
    found = queries.get_conversation(user=request.user, conversation_id=conversation_id)
    services.end_help(conversation=found, by=request.user, at=request.now)
    tell(request, "The help is ended.")
    return redirect("conversations:index")
