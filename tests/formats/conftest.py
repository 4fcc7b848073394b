"""A file at hand in one line."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quarterdeck.formats import Reading, read

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Write content under a name and get the path: put("a.csv", "title\\nx")."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(raw)
        return path

    return write


@pytest.fixture
def reading(put: Callable[..., Path]) -> Callable[..., Reading]:
    """Write content and read it: reading("a.csv", "title\\nx")."""

    def go(name: str, content: str | bytes, **options: object) -> Reading:
        return read(put(name, content), **options)

    return go


def project_xml(inside: str) -> str:
    """A Microsoft Project file around some elements."""
    space = "http://schemas.microsoft.com/project"
    return f'<?xml version="1.0"?><Project xmlns="{space}">{inside}</Project>'


def workbook(sheet: str, **parts: str) -> bytes:
    """An XLSX file with one hand-written sheet and further parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="S" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/>'
            "</Relationships>",
        )
        inside = f"<worksheet><sheetData>{sheet}</sheetData></worksheet>"
        archive.writestr("xl/worksheets/s.xml", inside)
        for name, content in parts.items():
            archive.writestr(f"xl/{name}.xml", content)
    return stream.getvalue()


def records_in(raw: bytes, delimiter: str, encoding: str) -> int:
    """Non-blank records of a CSV file, counted without the reader."""
    text = raw.decode(encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return sum(any(cell.strip() for cell in row) for row in rows)
