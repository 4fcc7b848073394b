"""The people of a team, and the tree of teams."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import permissions, queries
from quarterdeck.shared.paging import count_up_to, page_of
from quarterdeck.web.shell.http import Request, page_number

from ..cards import cards, team_asked_for, text_asked_for
from ..forms.choosing import label_of


@require_GET
def team(request: Request) -> HttpResponse:
    """Who is in this team and the teams below it."""
    asked, text = team_asked_for(request), text_asked_for(request)
    today, left = request.now.date(), "left" in request.GET
    people = queries.find_people(
        user=request.user, today=today, text=text, team=asked, left=left
    )
    page = page_of(queries.with_cards(people, today), page_number(request))
    context = {
        "page": page,
        "cards": cards(page.items),
        "count": count_up_to(people),
        "text": text,
        "left": left,
        "may_add": permissions.can_add_people(request.user),
        **beside(request, asked),
        **around(request, asked),
    }
    return render(request, "people/team.html", context)


@require_GET
def teams(request: Request) -> HttpResponse:
    """The whole tree, or the teams of a name, or those that nobody leads."""
    text, today = text_asked_for(request), request.now.date()
    rows = organization.find_teams(user=request.user, text=text)
    without = queries.teams_without_lead(request.user, today)
    leaderless = "without_lead" in request.GET
    page = page_of(without if leaderless else rows, page_number(request))
    staff = queries.staff_of(page.items)
    context = {
        "page": page,
        "rows": [(one, staff[one.pk], min(one.depth, 8)) for one in page.items],
        "count": count_up_to(rows),
        "without": count_up_to(without),
        "leaderless": leaderless,
        "text": text,
    }
    return render(request, "people/teams.html", context)


@require_GET
def options(request: Request) -> HttpResponse:
    """Names for a field in which somebody types one; an empty list for guests."""
    text = next(iter(request.GET.dict().values()), "")
    people = queries.find_people(
        user=request.user,
        today=request.now.date(),
        text=text.replace("\x00", "").strip()[:100],
    )
    labels = [label_of(person) for person in people[:20]]
    return render(request, "people/options.html", {"labels": labels})


def around(request: Request, asked: Any) -> dict[str, Any]:
    """The team shown, and the teams to choose from."""
    near = organization.near(user=request.user, team=asked)
    return {"team": asked, "choices": near}


def beside(request: Request, asked: Any) -> dict[str, Any]:
    """The way up to a team, the teams below, and what may be done with it."""
    below = organization.teams_visible_to(request.user).filter(
        parent_id=asked.pk if asked else None
    )
    return {
        "above": organization.above(asked) if asked else [],
        "below": below[:100],
        "may_set_rate": asked is not None
        and permissions.can_set_cost_rate_in(request.user, asked),
    }
