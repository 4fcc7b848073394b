"""What a task waits for: other tasks, and whatever blocks it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.people.permissions import leads_somebody
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .narrowing import number_in
from .work_forms import BlockTask, Waiting

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Task

MOST = 200


@require_GET
def dependencies(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    return _page(request, task, Waiting(initial={"lag_days": 0}))


@require_POST
def add_dependency(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    before = queries.get_task(
        user=request.user, task_id=_number(request.POST.get("before"))
    )
    form = Waiting(request.POST)
    if not form.is_valid():
        return _page(request, task, form, status=422)
    services.add_dependency(
        before=before, after=task, **form.as_saved, by=request.user, at=request.now
    )
    tell(request, f"“{task}” now waits for “{before}”.")
    return redirect("projects:dependencies", task_id)


@require_POST
def change_dependency(request: Request, dependency_id: int) -> HttpResponse:
    link = queries.get_dependency(user=request.user, dependency_id=dependency_id)
    form = Waiting(request.POST)
    if not form.is_valid():
        return _page(request, link.after, form, status=422)
    services.change_dependency(
        dependency=link, **form.as_saved, by=request.user, at=request.now
    )
    tell(request, "Changed.")
    return redirect("projects:dependencies", link.after_id)


@require_POST
def remove_dependency(request: Request, dependency_id: int) -> HttpResponse:
    link = queries.get_dependency(user=request.user, dependency_id=dependency_id)
    act = services.remove_dependency(dependency=link, by=request.user, at=request.now)
    back = reverse("projects:undo", args=[act.pk])
    tell(request, f"“{link.after}” no longer waits for “{link.before}”.", undo=back)
    return redirect("projects:dependencies", link.after_id)


@require_POST
def move_followers(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    act = services.move_followers(task=task, by=request.user, at=request.now)
    tell(request, "Moved.", undo=reverse("projects:undo", args=[act.pk]))
    return redirect("projects:dependencies", task_id)


@require_GET
def blocked(request: Request) -> HttpResponse:
    """Everything that is blocked; leaders start with what they lead."""
    everything = request.GET.get("all") == "1" or not leads_somebody(request.user)
    rows = queries.blocked_visible_to if everything else queries.blocked_led_by
    context = {
        "page": page_of(rows(request.user), page_number(request)),
        "everything": everything,
        "leads": leads_somebody(request.user),
        "now": request.now,
    }
    return render(request, "projects/blocked.html", context)


@require_POST
def block(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    form = BlockTask(request.POST)
    if not form.is_valid():
        return _page(request, task, Waiting(), form, status=422)
    services.block_task(task=task, **form.cleaned_data, by=request.user, at=request.now)
    tell(request, f"“{task}” is marked as blocked.")
    return redirect("projects:task", task_id)


@require_POST
def unblock(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    services.unblock_task(task=task, by=request.user, at=request.now)
    tell(request, f"“{task}” can go on.")
    return redirect("projects:task", task_id)


def _number(given: str | None) -> int:
    text = given or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _page(
    request: Request,
    task: "Task",
    form: Waiting,
    block_form: BlockTask | None = None,
    status: int = 200,
) -> HttpResponse:
    words = str(request.GET.get("find", "")).strip().replace("\x00", "")[:200]
    user = request.user
    context = {
        "task": task,
        "form": form,
        "block_form": block_form or BlockTask(),
        "open_block": queries.blocks_of(task).filter(cleared_at__isnull=True).first(),
        "now": request.now,
        "may_edit": permissions.can_edit_task(user, task),
        "predecessors": queries.predecessors_of(user, task)[:MOST],
        "successors": queries.successors_of(user, task)[:MOST],
        "moves": queries.moves_after(user, task),
        "words": words,
        "found": queries.tasks_to_wait_for(user, task, words) if words else [],
        "editing": number_in(request, "change"),
    }
    return render(request, "projects/dependencies.html", context, status=status)
