"""Say which goal adds to which."""

from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.goals import queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import LinkGoal
from .page import after, page

FOUND = 20


@require_GET
def find(request: Request, goal_id: int) -> HttpResponse:
    """Find the goal to stand above (`?side=parent`) or below this one."""
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    side = "child" if request.GET.get("side") == "child" else "parent"
    words = request.GET.get("q", "").replace("\x00", "")[:100]
    rows = queries.candidates_to_link(
        user=request.user, goal=goal, words=words, side=side
    )
    found = page_of(rows, page_number(request), FOUND)
    context = {"goal": goal, "side": side, "words": words, "page": found}
    part = "#found" if request.htmx else ""
    return render(request, f"goals/link.html{part}", context)


@require_POST
def link(request: Request, child_id: int, parent_id: int) -> HttpResponse:
    child = queries.get_goal(user=request.user, goal_id=child_id)
    parent = queries.get_goal(user=request.user, goal_id=parent_id)
    here = _shown(request, child_id, parent_id)
    form = LinkGoal(request.POST if "weight" in request.POST else request.GET)
    if "weight" in form.data and not form.is_valid():
        tell(request, "A weight is a number above 0, at most 999.99.")
        return page(request, child if here == child_id else parent)
    weight = form.cleaned_data["weight"] if "weight" in form.data else Decimal(1)
    services.link_goal(
        child=child, parent=parent, weight=weight, by=request.user, at=request.now
    )
    return after(request, here)


@require_POST
def unlink(request: Request, child_id: int, parent_id: int) -> HttpResponse:
    child = queries.get_goal(user=request.user, goal_id=child_id)
    parent = queries.get_goal(user=request.user, goal_id=parent_id)
    weight = queries.weight_of(child, parent)
    services.unlink_goal(child=child, parent=parent, by=request.user, at=request.now)
    back = reverse("goals:link", args=[child_id, parent_id])
    undo = f"{back}?{urlencode({'weight': weight or 1})}"
    tell(request, f"“{child}” no longer adds to “{parent}”.", undo=undo)
    return after(request, _shown(request, child_id, parent_id))


def _shown(request: Request, child_id: int, parent_id: int) -> int:
    """The page the form stood on: one of the two goals."""
    return parent_id if request.POST.get("shown") == str(parent_id) else child_id
