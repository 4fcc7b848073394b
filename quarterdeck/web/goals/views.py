"""Goals: the list, one goal, and what can be done with it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.goals import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from .forms import AddGoal, CloseGoal

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal


@require_GET
def tree(request: Request) -> HttpResponse:
    goals = queries.open_goals_visible_to(request.user)
    page = page_of(goals, page_number(request))
    return render(request, "goals/tree.html", {"page": page})


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    form = AddGoal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        goal = services.add_goal(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("goals:show", goal.pk)
    return render(request, "goals/add.html", {"form": form})


@require_GET
def show(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    return _page(request, goal)


@require_POST
def close(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = CloseGoal(request.POST)
    if form.is_valid():
        services.close_goal(
            goal=goal, **form.cleaned_data, by=request.user, at=request.now
        )
    return redirect("goals:show", goal_id)


@require_POST
def reopen(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.reopen_goal(goal=goal, by=request.user, at=request.now)
    return redirect("goals:show", goal_id)


def _page(request: Request, goal: "Goal") -> HttpResponse:
    context = {
        "goal": goal,
        "may_edit": permissions.can_edit_goal(request.user, goal),
        "form": CloseGoal(),
    }
    return render(request, "goals/page.html", context)
