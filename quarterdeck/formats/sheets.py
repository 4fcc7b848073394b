"""One sheet as an XLSX workbook, written row by row.

A workbook library writes any workbook; this writes the one kind we export, four times as
fast, with no more than a row in memory and the same bytes for the same rows. What it
writes is read back by such a library in the tests.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

Cell = str | int | float | date | None
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    f'ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
    # Three looks: plain (0), a day (1), the header (2).
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0"/></cellStyleXfs><cellXfs count="3">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" '
    'applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>",
}
_OPENING = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)
_CLOSING = "</sheetData></worksheet>"
_ZERO = date(1899, 12, 30).toordinal()
_FIRST = date(1900, 3, 1)  # before, spreadsheets count a day that never was


def write_sheet(
    target: Path | IO[bytes],
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    name: str,
) -> None:
    """Write texts, numbers and days; a text stays a text whatever it begins with."""
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets><sheet '
        f'name={quoteattr(name)} sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    with zipfile.ZipFile(target, "w") as package:
        for path, text in {**_PARTS, "xl/workbook.xml": book}.items():
            package.writestr(_entry(path), _HEAD + text)
        sheet = _entry("xl/worksheets/sheet1.xml")
        with package.open(sheet, "w", force_zip64=True) as stream:
            stream.write(_OPENING.encode())
            for line in _lines(header, rows):
                stream.write(line.encode())
            stream.write(_CLOSING.encode())


def _entry(path: str) -> zipfile.ZipInfo:
    """No time of day in it: the same rows are the same file."""
    entry = zipfile.ZipInfo(path)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    letters = [_letters(place) for place in range(len(header))]
    look = ' s="2"'
    for number, row in enumerate(chain([header], rows), start=1):
        cells = [
            _cell(value, f"{letter}{number}", look)
            for letter, value in zip(letters, row, strict=True)
            if value is not None and value != ""
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'
        look = ""


def _cell(value: Cell, place: str, look: str) -> str:
    if isinstance(value, str):
        text = escape(value, {"\r": "&#13;"})
        return (
            f'<c r="{place}"{look} t="inlineStr"><is>'
            f'<t xml:space="preserve">{text}</t></is></c>'
        )
    if isinstance(value, date):
        if value < _FIRST:
            return _cell(value.isoformat(), place, look)
        return f'<c r="{place}" s="1"><v>{value.toordinal() - _ZERO}</v></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def _letters(place: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    above, within = divmod(place, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + within)
