"""Tables of tasks and people as CSV and XLSX, safe to open in a spreadsheet."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO

from .records import LinkRow, PersonRow, TaskRow
from .sheets import Cell, write_sheet

Value = str | int | float | bool | date | datetime | None
Target = Path | IO[bytes]

# A spreadsheet calculates text that begins with one of these; one apostrophe
# more keeps a text apart that already begins with apostrophes before them.
_CALCULATED = re.compile(r"'*[=+\-@\t\r\n]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767

_TASK_COLUMNS = (
    ("ID", "external_id"),
    ("Parent ID", "parent"),
    ("Project", "project"),
    ("Title", "title"),
    ("Status", "status"),
    ("Priority", "priority"),
    ("Assignees", "assignees"),
    ("Accountable", "accountable"),
    ("Deadline", "deadline"),
    ("Planned start", "planned_start"),
    ("Planned end", "planned_end"),
    ("Estimate low", "estimate_low"),
    ("Estimate high", "estimate_high"),
    ("Remaining", "remaining"),
    ("Spent", "spent"),
    ("Percent done", "percent_done"),
    ("Story points", "story_points"),
    ("Milestone", "milestone"),
    ("Labels", "labels"),
    ("Skills", "skills"),
    ("Predecessors", "predecessors"),
    ("Why", "why"),
    ("Definition of done", "definition_of_done"),
    ("Description", "description"),
    ("Blocked reason", "blocked_reason"),
    ("Created at", "created_at"),
    ("Started at", "started_at"),
    ("Done at", "done_at"),
    ("URL", "url"),
)
_PEOPLE_COLUMNS = (
    ("Employee ID", "external_id"),
    ("Full name", "name"),
    ("Email", "email"),
    ("Position", "position"),
    ("Department", "department"),
    ("Team", "team"),
    ("Manager ID", "manager"),
    ("Employment type", "employment_type"),
    ("Hire date", "starts_on"),
    ("Termination date", "ends_on"),
    ("Weekly hours", "weekly_hours"),
    ("Capacity", "capacity"),
    ("Location", "location"),
    ("Skills", "skills"),
)


def write_tasks_csv(
    target: Target, tasks: Iterable[TaskRow], links: Iterable[LinkRow] = ()
) -> None:
    """Write tasks as a CSV table that ``read`` understands without a mapping.

    Hours and dates as in the record; links become "3SS+4h" under "Predecessors".
    """
    write_table_csv(target, *_task_table(tasks, links))


def write_tasks_xlsx(
    target: Target, tasks: Iterable[TaskRow], links: Iterable[LinkRow] = ()
) -> None:
    """Write tasks as an XLSX workbook with one sheet."""
    write_table_xlsx(target, *_task_table(tasks, links), sheet="Tasks")


def write_people_csv(target: Target, people: Iterable[PersonRow]) -> None:
    """Write people as a CSV table that ``read`` understands without a mapping."""
    write_table_csv(target, *_people_table(people))


def write_people_xlsx(target: Target, people: Iterable[PersonRow]) -> None:
    """Write people as an XLSX workbook with one sheet."""
    write_table_xlsx(target, *_people_table(people), sheet="People")


def write_table_csv(
    target: Target, header: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    """Write any table as UTF-8 CSV with a mark that spreadsheets recognise."""
    if isinstance(target, Path):
        with target.open("wb") as stream:
            write_table_csv(stream, header, rows)
        return
    text = io.TextIOWrapper(target, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([_shown(name) for name in header])
    for row in rows:
        writer.writerow([_shown(value) for value in row])
    text.flush()
    text.detach()


def write_table_xlsx(
    target: Target,
    header: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str = "Table",
) -> None:
    """Write any table as an XLSX workbook; texts beyond 32,767 characters are cut.

    The limit is the format's own.
    """
    heading = [_shown(name)[:_LONGEST_CELL] for name in header]
    write_sheet(target, heading, (list(map(_cell, row)) for row in rows), name=sheet)


def guarded(text: str) -> str:
    """Text with an apostrophe before what a spreadsheet would calculate.

    The reader takes exactly this apostrophe away again.
    """
    return f"'{text}" if _CALCULATED.match(text) else text


def _shown(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, str):
        return guarded(_FORBIDDEN.sub("\ufffd", value))
    return repr(value) if isinstance(value, float) else str(value)


def _cell(value: Value) -> Cell:
    """Numbers and days as they are; a number that is none is told in words."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value if math.isfinite(value) else str(value)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    return _shown(value)[:_LONGEST_CELL]


def _task_table(
    tasks: Iterable[TaskRow], links: Iterable[LinkRow]
) -> tuple[list[str], Iterable[list[Value]]]:
    before: dict[str, list[str]] = {}
    for link in links:
        before.setdefault(link.successor, []).append(_link(link))
    rows = (
        [
            "; ".join(before.get(task.external_id, ()))
            if field == "predecessors"
            else _value(getattr(task, field))
            for _, field in _TASK_COLUMNS
        ]
        for task in tasks
    )
    return [name for name, _ in _TASK_COLUMNS], rows


def _link(link: LinkRow) -> str:
    if link.kind == "FS" and not link.lag_hours:
        return link.predecessor
    lag = f"{link.lag_hours:+g}h" if link.lag_hours else ""
    return f"{link.predecessor} {link.kind}{lag}"


def _people_table(
    people: Iterable[PersonRow],
) -> tuple[list[str], Iterable[list[Value]]]:
    rows = (
        [
            _skills(person) if field == "skills" else _value(getattr(person, field))
            for _, field in _PEOPLE_COLUMNS
        ]
        for person in people
    )
    return [name for name, _ in _PEOPLE_COLUMNS], rows


def _skills(person: PersonRow) -> str:
    return "; ".join(
        name if level is None else f"{name}: {level:g}" for name, level in person.skills
    )


def _value(value: object) -> Value:
    """A field as a cell; names of a list are parted by semicolons."""
    if isinstance(value, tuple):
        return "; ".join(str(part).replace(";", ",") for part in value)
    if value is None or isinstance(value, (str, int, float, bool, date)):
        return value
    return str(value)
