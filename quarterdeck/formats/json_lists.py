"""JSON: boards, GitHub issues and plain lists of tasks or people."""

from collections.abc import Mapping
from typing import Any

from .github import is_github, settle_issue
from .json_text import decode_json, flat
from .ledger import Ledger
from .limits import Limits
from .records import Reading
from .refusals import Refused
from .sources import Source
from .tables import CellCounter, Record, Table
from .tabular import reading_of
from .trello import board_from_lines, is_board, read_board


def read_json(
    source: Source, mapping: Mapping[str, str] | None, limits: Limits, ledger: Ledger
) -> Reading:
    """Read a JSON file as a board or as a list.

    Refused when it is neither.
    """
    found = _recognised(decode_json(source.raw, limits), limits)
    if isinstance(found, dict):
        return read_board(found, source, ledger)
    family, table = _table(found, limits, ledger)
    return reading_of(
        table, family=family, source=source.title, mapping=mapping, ledger=ledger
    )


def read_json_table(
    source: Source, limits: Limits, ledger: Ledger
) -> str | tuple[str, Table]:
    """The format of a board, or the family and table of a list."""
    found = _recognised(decode_json(source.raw, limits), limits)
    return "trello" if isinstance(found, dict) else _table(found, limits, ledger)


def _recognised(value: Any, limits: Limits) -> dict[str, Any] | list[dict[str, Any]]:
    """A Trello board, or a list of objects."""
    if isinstance(value, dict):
        _refuse_other_boards(value)
        if is_board(value):
            return value
        value = _only_list(value)
    if not isinstance(value, list) or not value:
        raise Refused("The JSON file holds no list of tasks or people.")
    if not all(isinstance(item, dict) for item in value):
        raise Refused("The JSON list holds other things than objects with names.")
    if len(value) > limits.rows:
        raise Refused(f"The JSON list has more than {limits.rows:,} entries.")
    if any(len(item) > limits.columns for item in value):
        raise Refused(f"An entry has more than {limits.columns:,} values.")
    return board_from_lines(value) or value


def _refuse_other_boards(value: dict[str, Any]) -> None:
    if str(value.get("_format", "")).startswith("wekan"):
        raise Refused("This is a WeKan board; export it from WeKan as CSV instead.")
    if "included" in value and ("item" in value or "items" in value):
        raise Refused(
            "This is an answer of the Planka interface; put its cards into a CSV file."
        )
    tasks = value.get("tasks")
    first = tasks[0] if isinstance(tasks, list) and tasks else None
    if isinstance(first, dict) and {"dur", "pred"} <= first.keys():
        raise Refused(
            "This is a scheduling benchmark (MPSPLib) and not a plan of people."
        )


def _only_list(value: dict[str, Any]) -> Any:
    """The list in {"employees": […]}; the object itself when it has no such list."""
    lists = [part for part in value.values() if isinstance(part, list) and part]
    if len(lists) == 1 and all(isinstance(item, dict) for item in lists[0]):
        return lists[0]
    if value and not lists and not any(isinstance(v, dict) for v in value.values()):
        return [value]
    return None


def _table(
    items: list[dict[str, Any]], limits: Limits, ledger: Ledger
) -> tuple[str, Table]:
    github = is_github(items)
    counter = CellCounter(limits, limits.table_cells)
    places: dict[str, int] = {}
    records: list[Record] = []
    pulls = 0
    for number, item in enumerate(items, start=1):
        if github:
            item = settle_issue(item)
            pulls += bool(item.get("pull_request"))
        cells: list[str] = []
        for key, value in item.items():
            place = places.setdefault(key, len(places))
            text = flat(value)
            if text:
                cells.extend("" for _ in range(place + 1 - len(cells)))
                cells[place] = text
        counter.add(number, cells)
        records.append((number, cells))
    if pulls:
        ledger.note(
            f"Pull requests, which GitHub lists as issues: {pulls:,} of "
            f"{len(items):,}; they carry the label “pull request”."
        )
    table = Table(header=list(places), header_row=0, records=records)
    return ("github" if github else "json"), table
