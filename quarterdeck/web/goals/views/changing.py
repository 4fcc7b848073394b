"""Add a goal, change it, close it, open it again."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.goals import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddGoal, ChangeFormula, CloseGoal, EditGoal
from .page import after, page

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal

EDITED = ("title", "why", "description", "owner_id", "team_id", "starts_on", "ends_on")


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    """Add a goal; `?below=12` says what it adds to."""
    if not permissions.can_add_goal(request.user):
        raise PermissionDenied
    above = _above(request)
    form = AddGoal(
        request.POST or None, user=request.user, initial=_first_guess(request, above)
    )
    if request.method == "POST" and form.is_valid():
        goal = services.add_goal(
            **form.cleaned_data, adds_to=above, by=request.user, at=request.now
        )
        return redirect("goals:show", goal.pk)
    return render(request, "goals/add.html", {"form": form, "above": above})


@require_http_methods(["GET", "POST"])
def edit(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    if not permissions.can_edit_goal(request.user, goal):
        raise PermissionDenied
    now = {name: getattr(goal, name) for name in EDITED}
    initial = {**now, "version": goal.version}
    form = EditGoal(request.POST or None, user=request.user, goal=goal, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_goal(
            goal=goal,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return after(request, goal_id)
    part = "#form" if request.htmx else ""
    return render(request, f"goals/edit.html{part}", {"form": form, "goal": goal})


@require_POST
def formula(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = ChangeFormula(request.POST, auto_id="how_%s")
    if not form.is_valid():
        return page(request, goal, formula_form=form)
    services.edit_goal(
        goal=goal,
        changes=form.cleaned_data,
        seen_version=None,
        by=request.user,
        at=request.now,
    )
    return after(request, goal_id)


@require_POST
def close(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = CloseGoal(request.POST, auto_id="close_%s")
    if not form.is_valid():
        return page(request, goal, close_form=form)
    services.close_goal(goal=goal, **form.cleaned_data, by=request.user, at=request.now)
    undo = reverse("goals:reopen", args=[goal_id])
    tell(request, f"“{goal}” is closed.", undo=undo)
    return after(request, goal_id)


@require_POST
def reopen(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.reopen_goal(goal=goal, by=request.user, at=request.now)
    return after(request, goal_id)


def _above(request: Request) -> "Goal | None":
    given = request.GET.get("below", "")
    if not given.isdecimal() or len(given) > 15:
        return None
    return queries.get_goal(user=request.user, goal_id=int(given))


def _first_guess(request: Request, above: "Goal | None") -> dict[str, Any]:
    """All but title and why has a default that can be seen and changed."""
    standing = standing_of(request.user)
    only = sorted(standing.member_team_ids)[:1]
    return {
        "owner_id": standing.person_id,
        "team_id": only[0] if only else None,
        "ends_on": above.ends_on if above else None,
    }
