"""Milestones of a project, and the skills a task needs."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from .work_forms import ChangeNeed, Milestone, Need

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Project, SkillNeed, Task

SKILLS = 300  # names that the field offers


@require_http_methods(["GET", "POST"])
def milestones(request: Request, project_id: int) -> HttpResponse:
    project = queries.get_project(user=request.user, project_id=project_id)
    form = Milestone(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.cleaned_data.pop("version")
        services.add_milestone(
            project=project, **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("projects:milestones", project_id)
    return _milestones(request, project, form)


@require_http_methods(["GET", "POST"])
def edit_milestone(request: Request, milestone_id: int) -> HttpResponse:
    milestone = queries.get_milestone(user=request.user, milestone_id=milestone_id)
    start = {
        "name": milestone.name,
        "deadline": milestone.deadline,
        "version": milestone.version,
    }
    form = Milestone(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data.pop("version")
        services.edit_milestone(
            milestone=milestone,
            changes=form.cleaned_data,
            by=request.user,
            at=request.now,
            seen_version=seen,
        )
        tell(request, "Saved.")
        return redirect("projects:milestones", milestone.project_id)
    may_edit = permissions.can_edit_project(request.user, milestone.project)
    context = {"milestone": milestone, "form": form, "may_edit": may_edit}
    return render(request, "projects/milestone.html", context)


@require_POST
def reach_milestone(request: Request, milestone_id: int) -> HttpResponse:
    milestone = queries.get_milestone(user=request.user, milestone_id=milestone_id)
    services.reach_milestone(milestone=milestone, by=request.user, at=request.now)
    tell(request, f"“{milestone}” is reached.")
    return redirect("projects:milestones", milestone.project_id)


@require_POST
def reopen_milestone(request: Request, milestone_id: int) -> HttpResponse:
    milestone = queries.get_milestone(user=request.user, milestone_id=milestone_id)
    services.reopen_milestone(milestone=milestone, by=request.user, at=request.now)
    return redirect("projects:milestones", milestone.project_id)


@require_http_methods(["GET", "POST"])
def skill_needs(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    form = Need(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        services.add_skill_need(
            task=task, **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("projects:skill_needs", task_id)
    return _needs(request, task, form)


@require_POST
def edit_skill_need(request: Request, need_id: int) -> HttpResponse:
    need = queries.get_skill_need(user=request.user, need_id=need_id)
    form = ChangeNeed(request.POST)
    if form.is_valid():
        services.edit_skill_need(
            need=need, **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, "Saved.")
    return redirect("projects:skill_needs", need.task_id)


@require_POST
def remove_skill_need(request: Request, need_id: int) -> HttpResponse:
    need = queries.get_skill_need(user=request.user, need_id=need_id)
    act = services.remove_skill_need(need=need, by=request.user, at=request.now)
    back = reverse("projects:undo", args=[act.pk])
    tell(request, f"“{need.task}” no longer needs {need.skill}.", undo=back)
    return redirect("projects:skill_needs", need.task_id)


def _milestones(request: Request, project: "Project", form: Milestone) -> HttpResponse:
    context = {
        "project": project,
        "form": form,
        "rows": queries.milestones_with_progress(request.user, project.pk),
        "may_edit": permissions.can_edit_project(request.user, project),
        "today": request.now.date(),
    }
    return render(request, "projects/milestones.html", context)


def _needs(request: Request, task: "Task", form: Need) -> HttpResponse:
    needs = [(need, _change_form(need)) for need in queries.needs_of(task)]
    context = {
        "task": task,
        "form": form,
        "needs": needs,
        "skills": skills_visible_to(request.user)[:SKILLS],
        "may_edit": permissions.can_edit_task(request.user, task),
    }
    return render(request, "projects/skill_needs.html", context)


def _change_form(need: "SkillNeed") -> ChangeNeed:
    now = {"level": need.level, "head_count": need.head_count}
    return ChangeNeed(initial=now, auto_id=f"need-{need.pk}-%s")
