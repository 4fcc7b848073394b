"""Quick add: one line becomes a task, and shows first how it is read."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from quarterdeck.domains.projects import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..quick_line import QuickLine

MOST = 100  # projects offered in the list; any other is written with #


@require_http_methods(["GET", "POST"])
def add_task(request: Request) -> HttpResponse:
    line = QuickLine(request.POST or request.GET, request)
    if request.method == "POST" and line.may_be_added:
        task = services.add_task(by=request.user, at=request.now, **line.fields())
        request.session["last_project"] = task.project_id
        act = queries.acts_on(task, user=request.user, most=1)[0]
        undo = reverse("projects:undo", args=[act.id])
        tell(request, f"“{task}” is added to {task.project}.", undo=undo)
        return redirect(_back(request))
    return render(request, "projects/quick_add.html", _context(line))


@require_GET
def read(request: Request) -> HttpResponse:
    """Show how the line is read, while it is being typed."""
    line = QuickLine(request.GET, request)
    return render(request, "projects/quick_add.html#chips", _context(line))


def _context(line: QuickLine) -> dict[str, Any]:
    return {
        "line": line,
        "parsed": line.parsed,
        "projects": line.projects.values_list("pk", "name")[:MOST],
        "project_id": line.project_id,
        "back": line.data.get("back", ""),
    }


def _back(request: Request) -> str:
    if "back" in request.POST:
        return f"{reverse('projects:tasks')}?{request.POST['back']}"
    return reverse("projects:add_task")
