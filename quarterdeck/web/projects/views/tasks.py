"""The task list, and changing a status in it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.accounts.queries import saved_views_of
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.shared.paging import Page, count_up_to, page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..filters import TaskSearch, address_of, selects_for
from ..forms import STATUSES, EditTask, SaveView
from ..task_fields import estimate_in_words
from ..words import deadline_state

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
    page = page_of(queries.with_what_a_row_shows(found), page_number(request))
    tell_state(page.items, request.user, today)
    here = address_of(request.GET)
    context = {
        "page": page,
        "count": how_many(found, page),
        "form": form,
        "wanted": wanted,
        "selects": selects_for(request.user, wanted),
        "address": here,
        "ready_views": [_view(name, query, here) for name, query in READY_VIEWS],
        "saved_views": saved_views_of(request.user, PLACE),
        "save_form": SaveView(initial={"query": here}),
        "may_add": queries.projects_to_add_to(request.user).exists(),
        "may_edit_some": any(t.may_edit for t in page.items),
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
    row = queries.with_what_a_row_shows(rows).get()
    tell_state([row], request.user, request.now.date())
    context = {
        "task": row,
        "project": row.project if request.POST.get("in_project") else None,
        "address": request.POST.get("back", ""),
    }
    return render(request, "projects/task_row.html", context)


def tell_state(rows: list[Any], user: Any, today: date) -> None:
    """Give each row what stands beside its title."""
    queries.tell_whys(rows)
    for row in rows:
        row.may_edit = permissions.can_edit_task(user, row)
        row.due = deadline_state(row.deadline, today, is_open=row.is_open)
        row.hours = estimate_in_words(row)
        row.who = _who(row)
        row.options = OPTIONS[row.status]


def _who(row: Any) -> str:
    names = [c.person.name for c in row.contributors.all()]
    if row.accountable is not None:
        first = row.accountable.name
        names = [first, *(name for name in names if name != first)]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more}" if names else "Nobody yet"


def _options(chosen: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (v, mark_safe(" selected") if v == chosen else "", text)
            for v, text in STATUSES
        ),
    )


# Rendered once, not for each of fifty rows.
OPTIONS = {status: _options(status) for status, _ in STATUSES}


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
