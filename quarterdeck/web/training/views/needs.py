"""Where levels are below what roles ask for, by skill, team and person."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.people.queries import get_skill
from quarterdeck.domains.training import permissions, queries
from quarterdeck.shared.paging import Page, count_up_to, page_of
from quarterdeck.web.shell.http import Request, page_number

from ..asked import team_asked_for, teams_offered

KINDS = (
    ("gap", "Below what their role asks for"),
    ("wish", "Want to grow in it"),
    ("unknown", "Not known"),
)


@require_GET
def needs(request: Request) -> HttpResponse:
    user, today = request.user, request.now.date()
    if not permissions.can_see_reports(user):
        raise PermissionDenied
    team = team_asked_for(request)
    people = queries.people_with_needs(user=user, today=today, team=team)
    no_role = queries.without_role(people)
    context = {
        "needs": queries.needs_of(people, today),
        "no_role": count_up_to(no_role),
        "some_without": no_role[:12],
        "people": count_up_to(people),
        "teams": teams_offered(request),
        "team": team,
    }
    return render(request, "training/needs.html", context)


@require_GET
def need(request: Request, skill_id: int) -> HttpResponse:
    user, today = request.user, request.now.date()
    if not permissions.can_see_reports(user):
        raise PermissionDenied
    skill, team = get_skill(user=user, skill_id=skill_id), team_asked_for(request)
    kind = request.GET.get("kind", "gap")
    kind = kind if kind in queries.KINDS else "gap"
    people = queries.people_with_needs(user=user, today=today, team=team)
    behind = queries.people_in_need(people, skill, kind, today)
    found = page_of(behind, page_number(request))
    rows = queries.beside_skill(found.items, skill, today)
    context = {
        "skill": skill,
        "kind": kind,
        "kinds": KINDS,
        "page": Page(rows, found.number, found.has_next),
        "by_team": queries.by_team(behind),
        "programmes": queries.programmes_visible_to(user, skill=skill)[:20],
        "team": team,
    }
    return render(request, "training/need.html", context)
