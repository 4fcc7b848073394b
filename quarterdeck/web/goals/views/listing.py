"""The tree of goals, and the lists beside it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.domains.goals import queries
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..growing import grow, opened_in

FEW = 12  # this many goals at the top are shown with the level below them
SHOWS = {"all": "All", "mine": "Mine", "team": "My teams", "closed": "Closed"}


@require_GET
def tree(request: Request) -> HttpResponse:
    """Show all as a tree; what is narrowed down is a plain list."""
    show = request.GET.get("show", "all")
    page = page_of(_rows(request, show), page_number(request))
    opened = opened_in(request.GET.get("open", ""))
    if "open" not in request.GET and len(page.items) <= FEW:
        opened = {goal.pk for goal in page.items}
    nodes = grow(request.user, page.items, opened if show == "all" else ())
    context = {
        "page": page,
        "nodes": nodes,
        "show": show if show in SHOWS else "all",
        "shows": SHOWS.items(),
        "flat": show != "all",
    }
    return render(request, "goals/tree.html", context)


@require_GET
def branch(request: Request, goal_id: int) -> HttpResponse:
    """One row of the tree, opened or closed, to stand in the place of the other."""
    rows = queries.with_branches(queries.goals_visible_to(request.user))
    goal = rows.get(pk=goal_id)
    opened = {goal_id} if request.GET.get("open") == "1" else set()
    above = "-".join(str(i) for i in _path(request.GET.get("key", ""))[:-1])
    (node,) = grow(request.user, [goal], opened, f"{above}-" if above else "")
    return render(request, "goals/row.html", {"node": node, "flat": False})


@require_GET
def below(request: Request, goal_id: int) -> HttpResponse:
    """All goals that add to one, page by page."""
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    rows = queries.open_children_of(user=request.user, goal=goal)
    page = page_of(rows, page_number(request))
    nodes = grow(request.user, page.items, ())
    context = {"goal": goal, "page": page, "nodes": nodes, "flat": True}
    return render(request, "goals/below.html", context)


def _rows(request: Request, show: str):  # type: ignore[no-untyped-def]
    user = request.user
    if show == "closed":
        return queries.with_branches(queries.closed_goals_visible_to(user))
    if show not in ("mine", "team"):
        return queries.roots_visible_to(user)
    standing = standing_of(user)
    rows = queries.with_branches(queries.open_goals_visible_to(user))
    if show == "team":
        return rows.filter(team_id__in=teams_near(standing).values("pk"))
    return rows.filter(owner_id=standing.person_id or 0)


def _path(key: str) -> list[int]:
    parts = key[:300].split("-")
    return [int(part) for part in parts if part.isdecimal() and len(part) < 16]
