"""Steps of a development goal."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.development import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddStep, EditStep, FinishStep
from .person import back, page


@require_POST
def add(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = AddStep(request.POST, auto_id=False)
    if not form.is_valid():
        return page(request, goal.person, status=422, step_form=form, wrong=goal.pk)
    services.add_step(goal=goal, **form.cleaned_data, by=request.user, at=request.now)
    return back(goal.person_id, f"goal-{goal.pk}")


@require_http_methods(["GET", "POST"])
def edit(request: Request, step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    person = step.goal.person
    if not permissions.can_plan_development_of(request.user, person):
        raise PermissionDenied
    names = ("title", "kind", "due_on", "evidence", "version")
    initial = {name: getattr(step, name) for name in names}
    form = EditStep(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_step(
            step=step,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return back(person.pk, f"goal-{step.goal_id}")
    context = {"form": form, "person": person, "heading": "Edit the step"}
    return render(request, "development/edit.html", context)


@require_POST
def finish(request: Request, step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    form = FinishStep(request.POST)
    form.full_clean()
    services.finish_step(
        step=step,
        evidence=form.cleaned_data.get("evidence", ""),
        by=request.user,
        at=request.now,
    )
    undo = reverse("development:reopen_step", args=[step_id])
    tell(request, f"“{step}” is done.", undo=undo)
    return back(step.goal.person_id, f"goal-{step.goal_id}")


@require_POST
def reopen(request: Request, step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    services.reopen_step(step=step, by=request.user, at=request.now)
    return back(step.goal.person_id, f"goal-{step.goal_id}")


@require_POST
def remove(request: Request, step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    services.remove_step(step=step, by=request.user, at=request.now)
    undo = reverse("development:restore_step", args=[step_id])
    tell(request, f"“{step}” is off the plan.", undo=undo)
    return back(step.goal.person_id, f"goal-{step.goal_id}")


@require_POST
def restore(request: Request, step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=step_id)
    services.restore_step(step=step, by=request.user, at=request.now)
    return back(step.goal.person_id, f"goal-{step.goal_id}")
