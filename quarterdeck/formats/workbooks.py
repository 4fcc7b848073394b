"""XLSX workbooks to tables, read as streams of XML.

The sheets are read here and not by a library because a library pads rows and
loads styles before it can be stopped; a small file can keep it busy for minutes.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from .archives import open_archive, unpack
from .columns import normal
from .delimited import unguard
from .ledger import Ledger
from .limits import Limits
from .refusals import Refused
from .serials import DateFormats, shown_number
from .tables import (
    CellCounter,
    Record,
    Table,
    filled_records,
    header_position,
    table_from,
)
from .text import clean
from .xml import count_elements, events, local

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def read_workbook(
    raw: bytes, limits: Limits, vocabulary: Mapping[str, str], ledger: Ledger
) -> Table:
    """Read the sheet whose header is known best; the other sheets are reported.

    Refused when the workbook is damaged, beyond the limits or without rows.
    """
    archive = open_archive(raw, limits)
    book = _Workbook(archive, limits)
    best: tuple[int, str, list[Record]] | None = None
    others: list[tuple[str, int]] = []
    for title, part in book.sheets():
        records = list(filled_records(book.records(part)))
        if not records:
            continue
        header = records[header_position(records, vocabulary)][1]
        score = len({normal(cell) for cell in header} & vocabulary.keys())
        if best is None or score > best[0]:
            if best is not None:
                others.append((best[1], _filled(best[2])))
            best = (score, title, records)
        else:
            others.append((title, _filled(records)))
    if best is None:
        raise Refused("The workbook has no sheet with rows.")
    for title, filled in others:
        ledger.drop_column(f"sheet {title}", "only one sheet is read", filled)
    if book.formulas:
        ledger.note(f"Formulas taken by their last result: {book.formulas:,}.")
    return table_from(best[2], vocabulary)


def _filled(records: list[Record]) -> int:
    return sum(1 for _, cells in records for cell in cells if cell)


class _Workbook:
    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        # A cell takes up to three elements, and its row a fourth.
        self._limits = replace(limits, elements=limits.sheet_cells * 4)
        self._left = limits.unpacked_bytes
        self._cells = CellCounter(limits, limits.sheet_cells)
        self._dates = DateFormats()
        self._texts: list[str] | None = None
        self.formulas = 0

    def sheets(self) -> list[tuple[str, str]]:
        """Titles and part names of the sheets in their order."""
        targets = {
            element.get("Id", ""): element.get("Target", "")
            for element in self._elements("xl/_rels/workbook.xml.rels", "Relationship")
        }
        sheets = []
        for element in self._elements("xl/workbook.xml", "sheet", "workbookPr"):
            if local(element.tag) == "workbookPr":
                self._dates.since_1904 = element.get("date1904") in ("1", "true")
                continue
            target = targets.get(element.get(_RELATION) or element.get(_STRICT) or "")
            if target and "chartsheet" not in target:
                part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
                sheets.append((element.get("name", "sheet"), part))
        if self._has("xl/styles.xml"):
            styles = self._elements("xl/styles.xml", "numFmt", "cellXfs", kept=2)
            self._dates.learn(styles)
        return sheets

    def records(self, part: str) -> Iterator[Record]:
        """Rows with the cells at their places; missing rows are left out."""
        number = 0
        for element in self._elements(part, "row", kept=3):
            given = element.get("r", "")
            number = int(given) if given.isdecimal() and len(given) < 8 else number + 1
            cells = self._row(element, number)
            self._cells.add(number, cells)
            yield number, cells

    def _row(self, row: Element, number: int) -> list[str]:
        cells: list[str] = []
        for element in row:
            if local(element.tag) != "c":
                continue
            column = _column(element.get("r", ""), len(cells))
            if column >= self._limits.columns:
                raise Refused(
                    f"Row {number:,} has a cell in column {column + 1:,}; "
                    f"at most {self._limits.columns:,} columns are read."
                )
            value = self._value(element)
            if value:
                cells.extend("" for _ in range(column - len(cells)))
                cells[column:] = [value]
        return cells

    def _value(self, cell: Element) -> str:
        parts = {local(part.tag): part.text or "" for part in cell.iter()}
        value = parts.get("v", "")
        if "f" in parts:
            self.formulas += 1
            if not value:
                return clean(f"={parts['f']}")
        kind = cell.get("t", "n")
        if kind == "s":
            return self._shared(value)
        if kind == "inlineStr":
            texts = (part.text or "" for part in cell.iter() if local(part.tag) == "t")
            return clean(unguard("".join(texts)))
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "n" and value:
            return shown_number(value, cell.get("s", "0"), self._dates)
        return clean(unguard(value))

    def _shared(self, index: str) -> str:
        if self._texts is None:
            self._texts = list(self._shared_texts())
        if not index.isdecimal() or len(index) > 9 or int(index) >= len(self._texts):
            raise Refused(f"The workbook lacks its text number {index[:20]}.")
        return self._texts[int(index)]

    def _shared_texts(self) -> Iterator[str]:
        for number, element in enumerate(
            self._elements("xl/sharedStrings.xml", "si", kept=2, shared=True)
        ):
            if number > self._limits.sheet_cells:
                raise Refused("The workbook has more texts than cells are read.")
            whole = "".join(
                part.text or "" for part in element.iter() if local(part.tag) == "t"
            )
            if len(whole) > self._limits.cell_characters:
                raise Refused(
                    f"The workbook has a cell of {len(whole):,} characters; "
                    f"at most {self._limits.cell_characters:,} are read."
                )
            yield clean(unguard(whole))

    def _precheck(self, raw: bytes, part: str) -> None:
        """Refuse a sheet by its number of tags, before building anything."""
        count_elements(raw, self._limits)
        if raw.count(b"<row") > self._limits.rows + 1:
            raise Refused(f"A sheet has more than {self._limits.rows:,} rows.")
        cells = raw.count(b"<c ") + raw.count(b"<c>") + raw.count(b"<si")
        if cells > self._limits.sheet_cells:
            raise Refused(
                f"The part “{part[:60]}” has more than "
                f"{self._limits.sheet_cells:,} cells."
            )

    def _has(self, part: str) -> bool:
        return part in self._archive.NameToInfo

    def _elements(
        self, part: str, *names: str, kept: int = 3, shared: bool = False
    ) -> Iterator[Element]:
        most = self._left
        if shared:
            most = min(most, self._limits.shared_text_bytes)
        raw = unpack(self._archive, part, most, self._limits)
        self._left -= len(raw)
        self._precheck(raw, part)
        stream = io.BytesIO(raw)
        del raw
        for _, element in events(stream, self._limits, kept_below=kept):
            if local(element.tag) in names:
                yield element


def _column(reference: str, following: int) -> int:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return following
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1
