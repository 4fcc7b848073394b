"""Hand a task over, answer, ask back, look at it together."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from . import work_forms as forms

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Delegation

NEAR = 100  # names that the field offers; anybody else is typed in full


@require_GET
def delegations(request: Request) -> HttpResponse:
    context = {
        "mine": queries.delegations_waiting_for(request.user)[:NEAR],
        "theirs": queries.delegations_waiting_for_others(request.user)[:NEAR],
        "page": page_of(
            queries.delegations_in_hand(request.user), page_number(request)
        ),
        "me": standing_of(request.user).person_id,
        "today": request.now.date(),
    }
    return render(request, "projects/delegations.html", context)


@require_http_methods(["GET", "POST"])
def delegate(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    form = forms.Delegate(
        request.POST or None, user=request.user, today=request.now.date()
    )
    if request.method == "POST" and form.is_valid():
        made = services.delegate_task(
            task=task, **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"{made.receiver} is asked to take on “{task}”.")
        return redirect("projects:delegation", made.pk)
    context = {
        "task": task,
        "form": form,
        "may_edit": permissions.can_edit_task(request.user, task),
        "near": queries.people_to_delegate_to(request.user, task)[:NEAR],
        "why_steps": queries.why_of_task(task, user=request.user),
    }
    return render(request, "projects/delegate.html", context)


@require_GET
def delegation(request: Request, delegation_id: int) -> HttpResponse:
    found = queries.get_delegation(user=request.user, delegation_id=delegation_id)
    return _page(request, found)


@require_POST
def accept(request: Request, delegation_id: int) -> HttpResponse:
    found = queries.get_delegation(user=request.user, delegation_id=delegation_id)
    services.accept_delegation(delegation=found, by=request.user, at=request.now)
    tell(request, f"You are now accountable for “{found.task}”.")
    return redirect("projects:delegation", delegation_id)


@require_POST
def ask(request: Request, delegation_id: int) -> HttpResponse:
    return _answer(
        request, delegation_id, forms.Question, services.ask_about_delegation
    )


@require_POST
def explain(request: Request, delegation_id: int) -> HttpResponse:
    return _answer(
        request, delegation_id, forms.Explanation, services.explain_delegation
    )


@require_POST
def decline(request: Request, delegation_id: int) -> HttpResponse:
    return _answer(request, delegation_id, forms.Refusal, services.decline_delegation)


@require_POST
def withdraw(request: Request, delegation_id: int) -> HttpResponse:
    return _answer(
        request, delegation_id, forms.Withdrawal, services.withdraw_delegation
    )


@require_POST
def follow_up(request: Request, delegation_id: int) -> HttpResponse:
    return _answer(
        request, delegation_id, forms.FollowUp, services.follow_up_delegation
    )


def _answer(
    request: Request, delegation_id: int, kind: Any, service: Any
) -> HttpResponse:
    found = queries.get_delegation(user=request.user, delegation_id=delegation_id)
    form = kind(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    service(delegation=found, **form.cleaned_data, by=request.user, at=request.now)
    return redirect("projects:delegation", delegation_id)


def _page(
    request: Request, found: "Delegation", tried: Any = None, status: int = 200
) -> HttpResponse:
    me = standing_of(request.user).person_id
    kinds = {
        "ask": forms.Question,
        "explain": forms.Explanation,
        "decline": forms.Refusal,
        "withdraw": forms.Withdrawal,
        "follow_up": forms.FollowUp,
    }
    context = {
        "delegation": found,
        "receives": me == found.receiver_id,
        "gives": me == found.giver_id,
        "today": request.now.date(),
        "forms": {
            name: tried if isinstance(tried, kind) else kind(auto_id=f"{name}_%s")
            for name, kind in kinds.items()
        },
    }
    return render(request, "projects/delegation.html", context, status=status)
