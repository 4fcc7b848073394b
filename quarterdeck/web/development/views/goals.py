"""Development goals: add, change, close, open again."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.development import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddGoal, CloseGoal, EditGoal
from .person import back, page


@require_POST
def add(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    form = AddGoal(request.POST, user=request.user, auto_id="new_%s")
    if not form.is_valid():
        return page(request, person, status=422, goal_form=form)
    services.add_development_goal(
        person=person, **form.cleaned_data, by=request.user, at=request.now
    )
    return back(person.pk)


@require_http_methods(["GET", "POST"])
def edit(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    if not permissions.can_plan_development_of(request.user, goal.person):
        raise PermissionDenied
    names = ("title", "why", "ends_on", "skill", "level", "team_goal", "version")
    initial = {name: getattr(goal, name) for name in names}
    form = EditGoal(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_development_goal(
            goal=goal,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return back(goal.person_id, f"goal-{goal.pk}")
    context = {"form": form, "person": goal.person, "heading": "Edit the goal"}
    return render(request, "development/edit.html", context)


@require_POST
def close(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = CloseGoal(request.POST, auto_id=False)
    if not form.is_valid():
        return page(request, goal.person, status=422, close_form=form, wrong=goal.pk)
    services.close_development_goal(
        goal=goal, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("development:reopen_goal", args=[goal_id])
    tell(request, f"“{goal}” is closed.", undo=undo)
    return back(goal.person_id)


@require_POST
def reopen(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.reopen_development_goal(goal=goal, by=request.user, at=request.now)
    return back(goal.person_id, f"goal-{goal.pk}")
