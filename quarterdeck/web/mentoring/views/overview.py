"""Mentoring at a glance: what waits, my mentors, my mentees, what I offer and wish."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.mentoring import permissions, queries
from quarterdeck.web.shell.http import Request


@require_GET
def index(request: Request) -> HttpResponse:
    user, today = request.user, request.now.date()
    wishes = list(queries.own_wishes(user)[:50])
    offer = queries.own_offer(user)
    pairs = queries.own_pairs(user, today)
    some = (wishes, pairs.asked, pairs.mentors, pairs.mentees)
    context = {
        "pairs": pairs,
        "is_first": not any(some),
        "offer": offer,
        "taken": queries.mentees_of([offer.person_id])[offer.person_id] if offer else 0,
        "wishes": [row for row in wishes if row.withdrawn_at is None],
        "withdrawn": [row for row in wishes if row.withdrawn_at is not None],
        "mentors": queries.offers_visible_to(user).exclude(pk=offer.pk if offer else 0)[
            :12
        ],
        "takes_part": permissions.takes_part(user),
        "leads": permissions.can_propose_pairs(user),
        "today": today,
    }
    return render(request, "mentoring/index.html", context)
