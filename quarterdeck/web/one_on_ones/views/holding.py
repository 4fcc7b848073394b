"""When the two meet, and holding the meeting."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.one_on_ones.rules import following
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Move, Rhythm, UseCoaching, When
from .space import whole


@require_POST
def change_rhythm(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    form = Rhythm(request.POST)
    if not form.is_valid():
        return whole(request, pair, rhythm=form)
    services.change_rhythm(
        pair=pair,
        weeks=form.cleaned_data["weeks"],
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    return redirect("one_on_ones:space", pair_id)


@require_POST
def move(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    form = Move(request.POST)
    if not form.is_valid():
        return whole(request, pair, move=form)
    services.move_meeting(
        pair=pair,
        next_on=form.cleaned_data["next_on"],
        next_time=form.cleaned_data["next_time"],
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    return redirect("one_on_ones:space", pair_id)


@require_POST
def skip(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    pair = services.skip_meeting(pair=pair, by=request.user, at=request.now)
    tell(request, f"Skipped. The next 1:1 is on {pair.next_on:%-d %B}.")
    return redirect("one_on_ones:space", pair_id)


@require_POST
def open_it(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.open_meeting(pair=pair, by=request.user, at=request.now)
    return redirect("one_on_ones:space", pair_id)


@require_POST
def use_coaching(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    form = UseCoaching(request.POST)
    use = form.is_valid() and form.cleaned_data["use"]
    services.use_coaching(pair=pair, use=use, by=request.user, at=request.now)
    return redirect("one_on_ones:space", pair_id)


@require_http_methods(["GET", "POST"])
def close(request: Request, pair_id: int) -> HttpResponse:
    """Look at what goes over to the next meeting, choose its day, close."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    today = request.now.date()
    day = following(pair.next_on, pair.weeks, today)
    usual = {"next_on": day, "next_time": pair.next_time}
    form = When(request.POST or None, initial=usual)
    if request.method == "POST" and (form.is_valid() or not request.POST):
        chosen = getattr(form, "cleaned_data", {})
        services.close_meeting(pair=pair, **chosen, by=request.user, at=request.now)
        tell(request, "Closed. What is open waits for the next 1:1.")
        return redirect("one_on_ones:space", pair_id)
    context = {
        "pair": pair,
        "other": pair.other_than(standing_of(request.user).person_id),
        "form": form,
        "topics": queries.open_topics(user=request.user, pair=pair),
    }
    return render(request, "one_on_ones/close.html", context)
