"""One sheet as an XLSX workbook, written row by row."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
_OPTIONS = {
    "constant_memory": True,  # a row is written and forgotten
    "strings_to_formulas": False,  # a text stays a text, whatever it begins with
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NEVER = datetime(2000, 1, 1)  # no time of day in it: the same rows are the same file
_FIRST = date(1900, 3, 1)  # before, spreadsheets count a day that never was


def write_sheet(
    target: Path | IO[bytes],
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    name: str,
) -> None:
    """Write texts, numbers and days; the header is bold and stays in sight."""
    with Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": _NEVER})
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, bold)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, day)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, day: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value < _FIRST:
        value = value.isoformat()
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_number(row, column, value)
