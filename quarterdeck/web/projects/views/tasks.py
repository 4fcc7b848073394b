"""The task list, and changing a status in it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.accounts.queries import saved_views_of
from quarterdeck.domains.projects import queries, services
from quarterdeck.shared.paging import Page, count_up_to
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..filters import TaskSearch, address_of, selects_for
from ..forms import STATUSES, EditTask, SaveView
from ..lines import lines_of

if TYPE_CHECKING:
    from quarterdeck.domains.activity.models import Activity

PLACE = "tasks"
COUNTED = 1_000  # more than that is more than anybody looks through
READY_VIEWS = [
    ("All open", ""),
    ("Mine", "mine=on"),
    ("Late", "deadline=overdue"),
    ("Blocked", "blocked=on"),
    ("No why", "why=none"),
    ("No estimate", "estimate=none"),
    ("Nobody does it", "people=none"),
]


@require_GET
def tasks(request: Request) -> HttpResponse:
    form = TaskSearch(request.GET)
    wanted = form.wanted()
    today = request.now.date()
    found = queries.tasks_found(user=request.user, wanted=wanted, today=today)
    page = queries.page_of_rows(found, page_number(request))
    lines = lines_of(page.items, request.user, today)
    here = address_of(request.GET)
    context = {
        "page": page,
        "tasks": lines,
        "count": how_many(found, page),
        "form": form,
        "wanted": wanted,
        "selects": selects_for(request.user, wanted),
        "address": here,
        "ready_views": [_view(name, query, here) for name, query in READY_VIEWS],
        "saved_views": saved_views_of(request.user, PLACE),
        "save_form": SaveView(initial={"query": here}),
        "may_add": queries.projects_to_add_to(request.user).exists(),
        "may_edit_some": any(line["set_status"] for line in lines),
        "first_time": not here and page.number == 1,
    }
    return render(request, "projects/tasks.html", context)


@require_POST
def set_status(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    form = EditTask(
        request.POST, user=request.user, project=task.project, only=["status"]
    )
    if form.is_valid():
        act = services.edit_task(
            task=task, by=request.user, at=request.now, **form.cleaned_data
        )
        tell_of(request, act, f"“{task}” is now: {_label(form)}.")
    if not request.htmx:
        return redirect(f"{reverse('projects:tasks')}?{request.POST.get('back', '')}")
    rows = queries.tasks_visible_to(request.user).filter(pk=task_id)
    found = queries.page_of_rows(rows, 1).items
    context = {
        "tasks": lines_of(found, request.user, request.now.date()),
        "project": task.project if request.POST.get("in_project") else None,
        "address": request.POST.get("back", ""),
    }
    return render(request, "projects/task_rows.html", context)


def how_many(found: Any, page: "Page[Any]") -> tuple[int, bool]:
    """Count the rows; a page that shows them all is counted already."""
    if page.number == 1 and not page.has_next:
        return len(page.items), False
    return count_up_to(found, COUNTED)


def tell_of(request: Request, act: "Activity | None", sentence: str) -> None:
    """Say what was done, with a way back; nothing was done, nothing is said."""
    if act is not None:
        tell(request, sentence, undo=reverse("projects:undo", args=[act.pk]))


def _label(form: EditTask) -> str:
    return dict(STATUSES)[form.cleaned_data["status"]].lower()


def _view(name: str, query: str, here: str) -> dict[str, Any]:
    return {"name": name, "query": query, "current": query == here}
