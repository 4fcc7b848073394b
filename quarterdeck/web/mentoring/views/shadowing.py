"""Follow a leader for an occasion: ask, answer, log."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import AskToShadow, Log, Reply
from .filling_in import fill_in


@require_GET
def index(request: Request) -> HttpResponse:
    rows = queries.shadowings_visible_to(request.user)
    context = {
        "page": page_of(rows, page_number(request)),
        "mine": standing_of(request.user).person_id,
        "takes_part": permissions.takes_part(request.user),
        "leads": permissions.can_propose_pairs(request.user),
    }
    return render(request, "mentoring/shadowing.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: Request) -> HttpResponse:
    if not permissions.takes_part(request.user):
        raise PermissionDenied
    form = AskToShadow(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        row = services.ask_to_shadow(
            **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"{row.leader} is asked.")
        return redirect("mentoring:shadowing")
    return fill_in(
        request,
        form,
        heading="Ask to shadow somebody",
        act="Ask",
        back=reverse("mentoring:shadowing"),
        intro="You follow a leader through one occasion, and write down what you learnt.",
    )


@require_GET
def show(request: Request, shadowing_id: int) -> HttpResponse:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    return _page(request, row)


def _page(request: Request, row: Any, status: int = 200, **wrong: Any) -> HttpResponse:
    user = request.user
    log = queries.log_of(user=user, shadowing=row)
    names = ("text", "is_shared", "version")
    is_shadow = permissions.is_shadow(user, row)
    context = {
        "row": row,
        "log": log,
        "is_shadow": is_shadow,
        "may_answer": row.answer == "open" and permissions.is_followed(user, row),
        "may_withdraw": is_shadow and row.answer in ("open", "accepted") and not log,
        "may_write": is_shadow
        and row.answer == "accepted"
        and row.on <= request.now.date(),
        "log_form": Log(initial={n: getattr(log, n) for n in names} if log else {}),
        "reply_form": Reply(auto_id="reply_%s"),
        **wrong,
    }
    return render(request, "mentoring/shadow.html", context, status=status)


@require_POST
def accept(request: Request, shadowing_id: int) -> HttpResponse:
    return _answer(request, shadowing_id, services.accept_shadow)


@require_POST
def decline(request: Request, shadowing_id: int) -> HttpResponse:
    return _answer(request, shadowing_id, services.decline_shadow)


def _answer(request: Request, shadowing_id: int, service: Any) -> HttpResponse:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    form = Reply(request.POST, auto_id="reply_%s")
    if not form.is_valid():
        return _page(request, row, 422, reply_form=form)
    service(row=row, **form.cleaned_data, by=request.user, at=request.now)
    return redirect("mentoring:shadow", shadowing_id)


@require_POST
def withdraw(request: Request, shadowing_id: int) -> HttpResponse:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    services.withdraw_shadowing(row=row, by=request.user, at=request.now)
    tell(request, "Taken back.")
    return redirect("mentoring:shadowing")


@require_POST
def write_log(request: Request, shadowing_id: int) -> HttpResponse:
    row = queries.get_shadowing(user=request.user, shadowing_id=shadowing_id)
    form = Log(request.POST)
    if not form.is_valid():
        return _page(request, row, 422, log_form=form)
    given = dict(form.cleaned_data)
    seen = given.pop("version")
    services.write_shadow_log(
        row=row, **given, seen_version=seen, by=request.user, at=request.now
    )
    tell(request, "Saved.")
    return redirect("mentoring:shadow", shadowing_id)
