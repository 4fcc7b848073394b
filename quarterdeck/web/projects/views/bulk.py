"""Many tasks at once: choose the changes, look at what they do, apply."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.projects import queries, services
from quarterdeck.web.shell.http import Request

from ..filters import TaskSearch
from ..forms import ManyTasks
from .tasks import tell_of


@require_POST
def choose(request: Request) -> HttpResponse:
    ids = _selected(request)
    if not ids:
        return redirect(_list(request))
    return _page(request, ids, _form(request, ids, None))


@require_POST
def preview(request: Request) -> HttpResponse:
    ids = _ids(request)
    form = _form(request, ids, request.POST)
    if not form.is_valid():
        return _page(request, ids, form, status=422)
    seen = services.preview_edit(
        task_ids=ids, changes=form.changes, by=request.user, at=request.now
    )
    return _page(request, ids, form, seen=seen)


@require_POST
def apply(request: Request) -> HttpResponse:
    ids = _ids(request)
    form = _form(request, ids, request.POST)
    if not form.is_valid():
        return _page(request, ids, form, status=422)
    done = services.edit_tasks(
        task_ids=ids, changes=form.changes, by=request.user, at=request.now
    )
    left = f" {len(done.refused)} were left as they are." if done.refused else ""
    number = len(done.changed)
    sentence = f"{number} task{'s' if number != 1 else ''} changed.{left}"
    tell_of(request, done.act, sentence)
    return redirect(_list(request))


def _page(
    request: Request,
    ids: list[int],
    form: ManyTasks,
    *,
    seen: services.BulkEdit | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "count": len(ids),
        "ids": " ".join(map(str, ids)),
        "seen": seen,
        "back": request.POST.get("back", ""),
        "people": queries.people_of_teams(request.user),
    }
    return render(request, "projects/bulk.html", context, status=status)


def _form(request: Request, ids: list[int], data: Any) -> ManyTasks:
    milestones = queries.milestones_near(user=request.user, task_ids=ids)
    return ManyTasks(data, user=request.user, milestones=milestones)


def _selected(request: Request) -> list[int]:
    """Return the ticked tasks, or all that fit the filter the list was shown with."""
    if not request.POST.get("all"):
        return _numbers(request.POST.getlist("task"))
    wanted = TaskSearch(_query(request)).wanted()
    found = queries.tasks_found(
        user=request.user, wanted=wanted, today=request.now.date()
    )
    return list(found.values_list("pk", flat=True)[: services.MOST])


def _ids(request: Request) -> list[int]:
    return _numbers(request.POST.get("ids", "").split())


def _numbers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]


def _query(request: Request) -> Any:
    return QueryDict(request.POST.get("back", ""))


def _list(request: Request) -> str:
    return f"{reverse('projects:tasks')}?{request.POST.get('back', '')}"
