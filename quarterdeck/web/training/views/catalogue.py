"""Training: what I asked for, what is due to answer, and what is offered."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.people.permissions import is_member, leads_somebody
from quarterdeck.domains.people.queries import person_of
from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Skill

SHOWN = 20


@require_GET
def index(request: Request) -> HttpResponse:
    user, today = request.user, request.now.date()
    if not is_member(user):
        raise PermissionDenied
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    topics = list(queries.topics_visible_to(user)[:100])
    chosen = request.GET.get("topic", "")
    topic = next((one for one in topics if str(one.pk) == chosen), None)
    rows = queries.programmes_visible_to(user, text=text, topic=topic)
    context = {
        "page": page_of(queries.with_facts(rows), page_number(request), 30),
        "text": text,
        "topics": topics,
        "topic": topic,
        "retired": queries.retired_programmes_visible_to(user)[:SHOWN],
        "may_curate": permissions.can_curate_catalogue(user),
        "own": queries.own_enrolments(user)[:SHOWN],
        "due": queries.evaluations_due(user, today)[:SHOWN],
        "waiting": queries.waiting_for(user)[:SHOWN],
        "gaps": _gaps(request),
        "leads": leads_somebody(user),
    }
    return render(request, "training/index.html", context)


@require_POST
def start(request: Request) -> HttpResponse:
    found = services.start_catalogue(by=request.user, at=request.now)
    tell(request, f"{len(found)} programmes are in the catalogue, to be filled in.")
    return redirect("training:index")


def _gaps(request: Request) -> "list[tuple[Skill, int, int]]":
    person = person_of(request.user)
    if person is None or not permissions.can_ask_for(request.user, person):
        return []
    return queries.gaps_of(person, request.now.date())[:SHOWN]
