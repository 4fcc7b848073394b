"""The lines of the workload: hundreds of cells on a page, so they are written at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from quarterdeck.domains.people.rules import Load
from quarterdeck.domains.projects.queries import Outside
from quarterdeck.web.shell.addresses import path_of

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person


class Cell(NamedTuple):
    """One week of one person."""

    monday: str  # as in an address: a line has thirteen, and a page has fifty lines
    load: Load
    tasks: int
    mentoring: float = 0.0  # hours of the load


@dataclass(frozen=True)
class Row:
    line: SafeString
    over: int  # weeks
    unestimated: int  # tasks


def row_of(person: "Person", weeks: Sequence[Cell], outside: Outside | None) -> Row:
    """Write one line: who, thirteen weeks, and what stands in no week."""
    tasks = f"{path_of('projects:tasks')}?person={person.pk}"
    start = f"{tasks}&amp;week="
    return Row(
        line=_safe(
            (
                "<tr>",
                _head(person),
                *[_cell(one, start) for one in weeks],
                f'<td class="outside">{_outside(outside, tasks)}</td>',
                "</tr>",
            )
        ),
        over=sum([one.load.kind == "over" for one in weeks]),
        unestimated=outside.unestimated if outside else 0,
    )


def _safe(parts: Iterable[str]) -> SafeString:
    # A name is the only text here that people wrote; it went through escape().
    return mark_safe("".join(parts))


def _head(person: "Person") -> str:
    return (
        f'<th scope="row"><a href="{path_of("people:show", person.pk)}">'
        f"{escape(person.name)}</a>"
        f'<span class="soft">{person.get_employment_display()}</span></th>'
    )


def _cell(cell: Cell, start: str) -> str:
    load, tasks = cell.load, cell.tasks
    hours = f"{load.hours:.0f}" if load.hours else ""
    room = f"{load.capacity:.0f}"
    figure = f"{hours} {load.sign}".strip() or "·"
    counted = "1 task" if tasks == 1 else f"{tasks} tasks"
    if cell.mentoring:
        counted += f" and {cell.mentoring:.0f} h as mentor"
    words = f"{hours or 0} of {room} h, {counted}: {load.words}"
    return (
        f'<td class="heat-{load.kind}">'
        f'<a href="{start}{cell.monday}" title="{words}">'
        f'<b aria-hidden="true">{figure}</b>'
        f'<span class="of" aria-hidden="true">{room}</span>'
        f'<span class="unseen">{words}</span></a></td>'
    )


def _outside(row: Outside | None, address: str) -> str:
    if row is None:
        return ""
    tags = ""
    if row.overdue_hours:
        tags += f'<span class="tag bad">{int(row.overdue_hours + 0.5)} h overdue</span>'
    if row.unplanned_hours:
        tags += f'<span class="tag">{int(row.unplanned_hours + 0.5)} h unplanned</span>'
    if row.unestimated:
        tags += f'<span class="tag warn">{row.unestimated} without hours</span>'
    return f'<a href="{address}">{tags}</a>'
