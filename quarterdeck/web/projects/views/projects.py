"""The project list and one project."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..filters import ProjectSearch
from ..forms import AddMember, EditProject
from ..lines import lines_of
from ..offering import goals_offered, near_at_hand
from ..project_fields import rows_of
from ..task_fields import fields_sent, version_sent
from .tasks import how_many, tell_of

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Project

SHOWN = 20  # tasks below a project; the rest is one step away


@require_GET
def projects(request: Request) -> HttpResponse:
    form = ProjectSearch(request.GET)
    wanted = form.wanted()
    found = queries.projects_found(user=request.user, wanted=wanted)
    page = page_of(found, page_number(request))
    queries.tell_work(page.items)
    context = {
        "page": page,
        "form": form,
        "wanted": wanted,
        "count": how_many(found, page),
        "may_add": permissions.can_add_projects(request.user),
        "today": request.now.date(),
    }
    return render(request, "projects/projects.html", context)


@require_http_methods(["GET", "POST"])
def add_project(request: Request) -> HttpResponse:
    form = EditProject(
        request.POST or None, user=request.user, initial=near_at_hand(request)
    )
    if request.method == "POST" and form.is_valid():
        project = services.add_project(
            by=request.user, at=request.now, **form.cleaned_data
        )
        return redirect("projects:project", project.pk)
    goals = goals_offered(request.user)
    return render(request, "projects/add_project.html", {"form": form, "goals": goals})


@require_GET
def project(request: Request, project_id: int) -> HttpResponse:
    found = queries.get_project_page(user=request.user, project_id=project_id)
    return _page(request, found)


@require_POST
def edit_project(request: Request, project_id: int) -> HttpResponse:
    found = queries.get_project_page(user=request.user, project_id=project_id)
    only = fields_sent(request.POST, EditProject)
    form = EditProject(request.POST, user=request.user, only=only or ["-"])
    if not form.is_valid():
        return _page(request, found, form, status=422)
    act = services.edit_project(
        project=found,
        by=request.user,
        at=request.now,
        seen_version=version_sent(request.POST),
        **form.cleaned_data,
    )
    tell_of(request, act, "Saved.")
    return redirect("projects:project", project_id)


@require_POST
def archive(request: Request, project_id: int) -> HttpResponse:
    found = queries.get_project(user=request.user, project_id=project_id)
    act = services.archive_project(project=found, by=request.user, at=request.now)
    tell_of(request, act, f"“{found}” is archived with its tasks.")
    return redirect("projects:project", project_id)


@require_POST
def restore(request: Request, project_id: int) -> HttpResponse:
    found = queries.get_project(user=request.user, project_id=project_id)
    act = services.restore_project(project=found, by=request.user, at=request.now)
    tell_of(request, act, f"“{found}” is back.")
    return redirect("projects:project", project_id)


def _page(
    request: Request,
    found: "Project",
    form: EditProject | None = None,
    status: int = 200,
) -> HttpResponse:
    may_edit = permissions.can_edit_project(request.user, found)
    queries.tell_work([found])
    wanted = queries.TaskFilter(project=found.pk)
    today = request.now.date()
    rows = queries.tasks_found(user=request.user, wanted=wanted, today=today)
    found_tasks = queries.page_of_rows(rows, 1, SHOWN).items
    context: dict[str, Any] = {
        "project": found,
        "rows": rows_of(found, form, user=request.user),
        "why_steps": queries.why_of_project(found, user=request.user),
        "may_edit": may_edit,
        "may_add_task": permissions.can_add_task(request.user, found),
        "tasks": lines_of(found_tasks, request.user, today),
        "address": f"project={found.pk}",
        "whole": f"project={found.pk}&status=all",
        "members": queries.members_of(found),
        "milestones": queries.milestones_with_progress(request.user, found.pk),
        "member_form": AddMember(user=request.user),
        "acts": queries.acts_on(found, user=request.user),
        "people": queries.people_near(found).only("name")[:100] if may_edit else (),
        "goals": goals_offered(request.user) if may_edit else (),
        "today": today,
    }
    return render(request, "projects/project.html", context, status=status)
