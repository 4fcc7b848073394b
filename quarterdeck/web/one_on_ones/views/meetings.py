"""Meetings that are over: what was talked about, written and promised."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from quarterdeck.domains.one_on_ones import queries
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..reading import texts_of


@require_GET
def past(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    rows = queries.past_meetings(user=request.user, pair=pair)
    context = {
        "pair": pair,
        "other": pair.other_than(standing_of(request.user).person_id),
        "page": page_of(rows, page_number(request)),
    }
    return render(request, "one_on_ones/past.html", context)


@require_GET
def show(request: Request, meeting_id: int) -> HttpResponse:
    meeting = queries.get_meeting(user=request.user, meeting_id=meeting_id)
    if meeting.closed_at is None:
        return redirect("one_on_ones:space", meeting.pair_id)
    user, pair = request.user, meeting.pair
    topics = queries.topics_visible_to(user).filter(closed_in=meeting)
    context = {
        "meeting": meeting,
        "pair": pair,
        "other": pair.other_than(standing_of(user).person_id),
        "topics": topics[:200],
        "promises": queries.promises_visible_to(user).filter(made_in=meeting)[:100],
        "texts": texts_of(user, meeting),
        "may_write": pair.is_running,
    }
    return render(request, "one_on_ones/meeting.html", context)
