"""The board: a column for each status, and moving a card from one to another."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .narrowing import address_of, narrowed, which_of
from .words import State, age_words, deadline_state, estimate_words

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Task

LABELS = {
    "backlog": "Someday",
    "todo": "To do",
    "doing": "Doing",
    "waiting": "Waiting",
    "done": "Done",
}
# A board has a thousand of these buttons, so they are not built by the template.
_BUTTON = '<button form="moves" name="move" value="{{id}} {}">{}</button>'
MENUS = {
    status: "".join(
        _BUTTON.format(*other) for other in LABELS.items() if other[0] != status
    )
    for status in LABELS
}


@dataclass(frozen=True)
class Card:
    """A task as its card tells of it."""

    task: "Task"
    why: str
    deadline: State | None
    estimate: str
    blocked: str
    menu: SafeString


@require_GET
def board(request: Request) -> HttpResponse:
    narrow = narrowed(request)
    columns = queries.board(user=request.user, at=request.now, which=narrow.which)
    context = {
        "narrow": narrow,
        "columns": [_shown(request, column) for column in columns],
        "someday": queries.someday_count(user=request.user, which=narrow.which),
    }
    part = "#board" if request.htmx else ""
    return render(request, f"projects/board.html{part}", context)


@require_GET
def column(request: Request) -> HttpResponse:
    """More cards of one column: added to it, or a page of its own."""
    status = str(request.GET.get("status", ""))
    found = queries.board_column(
        user=request.user,
        status=status if status in LABELS else "todo",
        at=request.now,
        which=which_of(request),
        page=page_number(request),
    )
    context = {
        "column": _shown(request, found),
        "address": address_of(request),
        "move_to": f"{reverse('projects:move')}?{address_of(request)}",
    }
    part = "#cards" if request.htmx else ""
    return render(request, f"projects/board_column.html{part}", context)


@require_POST
def move(request: Request) -> HttpResponse:
    """One form moves every card: its button names the task and the column."""
    number, _, status = str(request.POST.get("move", "")).partition(" ")
    if status not in LABELS or not (number.isascii() and number.isdecimal()):
        raise BadRequest("A move names a task and a column.")
    task = queries.get_task(user=request.user, task_id=int(number[:18]))
    act = services.edit_task(task=task, status=status, by=request.user, at=request.now)
    if act is not None:
        back = reverse("projects:undo", args=[act.pk])
        tell(request, f"“{task}” is now in {LABELS[status]}.", undo=back)
    return redirect(f"{reverse('projects:board')}?{address_of(request)}")


def _shown(request: Request, found: Any) -> dict[str, Any]:
    cards = [_card(request, task) for task in found.cards]
    more = address_of(request, status=found.status, page=found.page + 1)
    return {"column": found, "cards": cards, "more": more}


def _card(request: Request, task: "Task") -> Card:
    today = request.now.date()
    blocks = [
        f"Blocked {age_words(b.blocked_at, request.now)}: {b.reason}"
        for b in task.open_blocks  # type: ignore[attr-defined]
    ]
    return Card(
        task=task,
        why=_why(task),
        deadline=deadline_state(task.deadline, today, is_open=task.is_open),
        estimate=estimate_words(task),
        blocked=blocks[0] if blocks and task.is_open else "",
        menu=_menu(request, task),
    )


def _menu(request: Request, task: "Task") -> SafeString:
    """A button for every other column; of the card only its number is put in."""
    if not permissions.can_edit_task(request.user, task):
        return SafeString("")
    return SafeString(MENUS[task.status].replace("{id}", str(task.pk)))


def _why(task: "Task") -> str:
    """The nearest sentence up the chain; what lies above it stands on the task's page."""
    goal = task.goal or task.project.goal
    return task.why or task.project.why or (goal.why if goal else "")
