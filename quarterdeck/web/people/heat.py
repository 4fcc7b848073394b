"""The cells of the workload: hundreds on a page, so they are written here at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from quarterdeck.domains.people.rules import Load

from .cards import initials_of

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person


class Cell(NamedTuple):
    """One week of one person."""

    monday: date
    load: Load
    tasks: int


@dataclass(frozen=True)
class Row:
    person: "Person"
    cells: SafeString
    over: int  # weeks
    outside: Any  # overdue, unplanned and unestimated work, which no week shows

    @property
    def initials(self) -> str:
        return initials_of(self.person.name)


def row_of(person: "Person", weeks: Sequence[Cell], outside: Any, address: str) -> Row:
    """Write one line; `address` is that of the task list."""
    start = f"{address}?person={person.pk}&amp;week="
    return Row(
        person=person,
        cells=_safe(_cell(one, start) for one in weeks),
        over=sum(one.load.kind == "over" for one in weeks),
        outside=outside,
    )


def _safe(parts: Iterable[str]) -> SafeString:
    # Figures and our own words only; nothing in them was written by people.
    return mark_safe("".join(parts))


def _cell(cell: Cell, start: str) -> str:
    load, tasks = cell.load, cell.tasks
    hours = f"{load.hours:.0f}" if load.hours else ""
    room = f"{load.capacity:.0f}"
    figure = f"{hours} {load.sign}".strip() or "·"
    counted = "1 task" if tasks == 1 else f"{tasks} tasks"
    words = f"{hours or 0} of {room} h, {counted}: {load.words}"
    return (
        f'<td class="heat-{load.kind}">'
        f'<a href="{start}{cell.monday.isoformat()}" title="{words}">'
        f'<b aria-hidden="true">{figure}</b>'
        f'<span class="of" aria-hidden="true">{room}</span>'
        f'<span class="unseen">{words}</span></a></td>'
    )
