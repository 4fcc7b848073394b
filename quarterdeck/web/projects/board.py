"""The board: a column for each status, and moving a card from one to another."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.web.shell.addresses import path_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .narrowing import address_of, narrowed, which_of
from .words import State, age_words, deadline_state, estimate_words, shortened

if TYPE_CHECKING:
    from quarterdeck.domains.projects.queries import OpenBlock, TaskRow

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


class Card(TypedDict):
    """A task as its card tells of it."""

    id: int
    url: str
    title: str
    why: str
    who: str
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
    allowed = permissions.rows_to_edit(request.user, found.cards)
    cards = [_card(row, request.now, row.id in allowed) for row in found.cards]
    more = address_of(request, status=found.status, page=found.page + 1)
    return {"column": found, "cards": cards, "more": more}


def _card(row: "TaskRow", now: datetime, may_move: bool) -> Card:
    is_open = row.is_open
    return Card(
        id=row.id,
        url=path_of("projects:task", row.id),
        title=row.title,
        why=shortened(row.near_why, 110),
        who=row.accountable or "Nobody yet",
        deadline=deadline_state(row.deadline, now.date(), is_open=is_open),
        estimate=estimate_words(row),
        blocked=_blocked(row.block, now) if row.block and is_open else "",
        menu=_menu(row) if may_move else SafeString(""),
    )


def _blocked(block: "OpenBlock", now: datetime) -> str:
    return shortened(f"Blocked {age_words(block.blocked_at, now)}: {block.reason}", 80)


def _menu(row: "TaskRow") -> SafeString:
    """A button for every other column; of the card only its number is put in."""
    return SafeString(MENUS[row.status].replace("{id}", str(row.id)))
