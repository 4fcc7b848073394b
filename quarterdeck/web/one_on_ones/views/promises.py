"""Promises between the two."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import EditPromise, MakePromise, Withdraw
from .space import after_promise


@require_POST
def make(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    form = MakePromise(request.POST, auto_id="promise_%s")
    if not form.is_valid():
        return after_promise(request, pair_id, promise_form=form)
    other = pair.other_than(standing_of(request.user).person_id)
    me = pair.first if other == pair.second else pair.second
    services.make_promise(
        pair=pair,
        promiser=me if form.cleaned_data["who"] == "me" else other,
        text=form.cleaned_data["text"],
        due_on=form.cleaned_data["due_on"],
        by=request.user,
        at=request.now,
    )
    return after_promise(request, pair_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, promise_id: int) -> HttpResponse:
    row = queries.get_promise(user=request.user, promise_id=promise_id)
    now = {"text": row.text, "due_on": row.due_on, "version": row.version}
    form = EditPromise(request.POST or None, initial=now, auto_id=f"p{row.pk}_%s")
    if request.method == "POST" and form.is_valid():
        services.edit_promise(
            promise=row,
            text=form.cleaned_data["text"],
            due_on=form.cleaned_data["due_on"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        return after_promise(request, row.pair_id)
    part = "#form" if request.htmx else ""
    context = {"form": form, "promise": row}
    return render(request, f"one_on_ones/promise.html{part}", context)


@require_POST
def keep(request: Request, promise_id: int) -> HttpResponse:
    row = queries.get_promise(user=request.user, promise_id=promise_id)
    today = request.now.date()
    services.keep_promise(promise=row, on=today, by=request.user, at=request.now)
    undo = reverse("one_on_ones:reopen_promise", args=[promise_id])
    tell(request, "Kept.", undo=undo)
    return after_promise(request, row.pair_id)


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, promise_id: int) -> HttpResponse:
    row = queries.get_promise(user=request.user, promise_id=promise_id)
    form = Withdraw(request.POST or None, auto_id=f"w{row.pk}_%s")
    if request.method == "POST" and form.is_valid():
        services.withdraw_promise(
            promise=row,
            reason=form.cleaned_data["reason"],
            on=request.now.date(),
            by=request.user,
            at=request.now,
        )
        undo = reverse("one_on_ones:reopen_promise", args=[promise_id])
        tell(request, "Withdrawn, with your reason.", undo=undo)
        return after_promise(request, row.pair_id)
    part = "#form" if request.htmx else ""
    context = {"form": form, "promise": row, "withdrawing": True}
    return render(request, f"one_on_ones/promise.html{part}", context)


@require_POST
def reopen(request: Request, promise_id: int) -> HttpResponse:
    row = queries.get_promise(user=request.user, promise_id=promise_id)
    services.reopen_promise(promise=row, by=request.user, at=request.now)
    return after_promise(request, row.pair_id)
