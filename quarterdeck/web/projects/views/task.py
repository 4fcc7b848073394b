"""One task: what it is for, what it needs, and every field edited where it stands."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.planning.permissions import can_lock_task
from quarterdeck.domains.planning.queries import lock_of
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import EditTask
from ..task_fields import MAIN, fields_sent, rows_of, version_sent
from .tasks import tell_of

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Task


@require_GET
def task(request: Request, task_id: int) -> HttpResponse:
    found = queries.get_task(user=request.user, task_id=task_id)
    return _page(request, found)


@require_POST
def edit(request: Request, task_id: int) -> HttpResponse:
    found = queries.get_task(user=request.user, task_id=task_id)
    only = fields_sent(request.POST, EditTask)
    form = EditTask(request.POST, user=request.user, project=found.project, only=only)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    act = services.edit_task(
        task=found,
        by=request.user,
        at=request.now,
        seen_version=version_sent(request.POST),
        **form.cleaned_data,
    )
    tell_of(request, act, "Saved.")
    if not request.htmx:
        return redirect("projects:task", task_id)
    return _page(request, queries.get_task(user=request.user, task_id=task_id))


@require_POST
def cancel(request: Request, task_id: int) -> HttpResponse:
    found = queries.get_task(user=request.user, task_id=task_id)
    act = services.cancel_task(task=found, by=request.user, at=request.now)
    tell_of(request, act, f"“{found}” is cancelled. Nothing of it is lost.")
    return redirect("projects:task", task_id)


@require_POST
def undo(request: Request, activity_id: int) -> HttpResponse:
    act = services.undo_act(activity_id=activity_id, by=request.user, at=request.now)
    back = reverse("projects:undo", args=[act.pk])
    tell(request, "Undone.", undo=back)
    came_from = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()})
    return redirect(came_from if safe else "projects:tasks")


def _page(
    request: Request, found: "Task", form: EditTask | None = None, status: int = 200
) -> HttpResponse:
    may_edit = permissions.can_edit_task(request.user, found)
    rows = rows_of(found, form, user=request.user)
    context: dict[str, Any] = {
        "task": found,
        "project": found.project,
        "main_rows": [rows[name] for name in MAIN],
        "side_rows": [row for name, row in rows.items() if name not in MAIN],
        "may_edit": may_edit,
        "lock": lock_of(found),
        "may_lock": can_lock_task(request.user, found),
        "why_steps": queries.why_of_task(found, user=request.user),
        "acts": queries.acts_on(found, user=request.user),
        "people": queries.people_near(found.project).only("name")[:100]
        if may_edit
        else (),
        "open_block": found.blocks.filter(cleared_at__isnull=True).first(),
        "around": queries.work_around(request.user, found),
        "today": request.now.date(),
        "just_edited": request.POST.get("fields") if request.htmx else None,
    }
    template = "projects/task.html#task" if request.htmx else "projects/task.html"
    return render(request, template, context, status=status)
