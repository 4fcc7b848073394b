"""Todoist: sections and notes are rows of their own among the tasks."""

import re

from .columns import normal
from .ledger import Ledger
from .tables import Record, Table

_LABEL = re.compile(r"(?:^|\s)@([^\s@]+)")
_ADDED = ["section above", "labels in the content", "notes below"]


def settle(table: Table, ledger: Ledger) -> Table:
    """Fold sections and notes into their tasks, as three more columns.

    Sections and notes become dropped rows that say where they went.
    """
    places = {normal(name): index for index, name in enumerate(table.header)}
    width = len(table.header)
    settled: list[Record] = []
    section = ""
    for number, cells in table.records:
        cells = [*cells, *[""] * (width - len(cells))]
        kind = cells[places["type"]].casefold() or "task"
        content = cells[places["content"]]
        if kind == "section":
            section = content
            reason = "it is a section; its tasks carry it as a label"
            ledger.drop_row(number, content, reason)
        elif kind == "note" and settled:
            above = settled[-1][1]
            above[-1] = "\n\n".join(filter(None, (above[-1], content)))
            reason = "it is a note; it became a comment of the task above"
            ledger.drop_row(number, content, reason)
        elif kind != "task":
            ledger.drop_row(number, content, f"it is a {kind[:20]} without a task")
        else:
            labels = ";".join(_LABEL.findall(content))
            cells[places["content"]] = _LABEL.sub("", content).strip() or content
            _with_unit(cells, places)
            settled.append((number, [*cells, section, labels, ""]))
    return Table(
        header=[*table.header, *_ADDED],
        header_row=table.header_row,
        records=settled,
        above=table.above,
        encoding=table.encoding,
        delimiter=table.delimiter,
    )


def _with_unit(cells: list[str], places: dict[str, int]) -> None:
    """Let the duration say its unit when it has one."""
    duration, unit = places.get("duration"), places.get("duration unit")
    if duration is not None and unit is not None and cells[duration] and cells[unit]:
        cells[duration] = f"{cells[duration]} {cells[unit]}"
