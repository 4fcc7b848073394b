"""The lines of a list of tasks, said in words once, before the page is put together."""

from datetime import date
from typing import Any, TypedDict

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from quarterdeck.domains.projects import permissions
from quarterdeck.domains.projects.queries import TaskRow
from quarterdeck.web.shell.addresses import path_of

from .forms import PRIORITIES, STATUSES
from .task_fields import estimate_in_words
from .words import State, deadline_state

IN_WORDS = dict(STATUSES)
URGENCY = {1: ("bad", "Urgent"), 2: ("warn", "High"), 4: ("", "Low")}
assert {(value, words) for value, (_, words) in URGENCY.items()} <= set(PRIORITIES)


class Line(TypedDict):
    """What the template writes down; a dictionary, for that is what it reads fastest."""

    id: int
    url: str
    title: str
    closed: bool
    blocked: str
    urgency: tuple[str, str] | None
    why: str
    project: str
    project_url: str
    who: str
    due: State | None
    hours: str
    status: str
    set_status: str  # where its status is changed, by whoever may
    options: SafeString


def lines_of(rows: list[TaskRow], user: Any, today: date) -> list[Line]:
    allowed = permissions.rows_to_edit(user, rows)
    return [_line(row, today, may_edit=row.id in allowed) for row in rows]


def _line(row: TaskRow, today: date, *, may_edit: bool) -> Line:
    is_open = row.is_open
    return Line(
        id=row.id,
        url=path_of("projects:task", row.id),
        title=row.title,
        closed=not is_open,
        blocked=row.block.reason if row.block else "",
        urgency=URGENCY.get(row.priority),
        why=row.why,
        project=row.project.name,
        project_url=path_of("projects:project", row.project.id),
        who=_who(row),
        due=deadline_state(row.deadline, today, is_open=is_open),
        hours=estimate_in_words(row) or "No estimate",
        status=IN_WORDS[row.status],
        set_status=path_of("projects:set_status", row.id) if may_edit else "",
        options=OPTIONS[row.status],
    )


def _who(row: TaskRow) -> str:
    names = [name for _, name in row.people]
    if row.accountable is not None:
        first = row.accountable
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


# Drawn once, not for each of fifty rows.
OPTIONS = {status: _options(status) for status, _ in STATUSES}
