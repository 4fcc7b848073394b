"""What is exported is what a workbook library of other people reads."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from quarterdeck.formats.sheets import write_sheet

STRANGE = [
    "=1+1",
    "#N/A",
    " spaces around ",
    "two\nlines and a\ttab",
    '<b>&amp;</b> "quoted"',
    "日本語 🎂",
    "00123",
    "]]>",
]


def written(header, rows, name="Table"):
    stream = io.BytesIO()
    write_sheet(stream, header, rows, name=name)
    return stream


def cells_of(stream):
    return [
        [cell.value for cell in row] for row in load_workbook(stream).active.iter_rows()
    ]


@pytest.mark.parametrize("text", STRANGE)
def test_a_text_stays_that_text(text):
    page = load_workbook(written(["A"], [[text]])).active
    assert page["A2"].value == text
    assert page["A2"].data_type == "s"


def test_numbers_and_days_keep_their_kind():
    rows = [[1, 2.5, date(2026, 6, 1), None, "x"], [-3, 1e-9, date(1900, 3, 1), "", 0]]
    page = load_workbook(written(list("abcde"), rows)).active
    assert [cell.value for cell in page[2]][:2] == [1, 2.5]
    assert page["C2"].is_date
    assert page["C2"].value.date() == date(2026, 6, 1)
    assert page["C3"].value.date() == date(1900, 3, 1)
    assert page["D2"].value is None
    assert (page["E2"].value, page["E3"].value) == ("x", 0)


def test_a_day_before_spreadsheets_begin_is_told_in_words():
    assert cells_of(written(["A"], [[date(1899, 5, 4)]]))[1] == ["1899-05-04"]


def test_columns_beyond_z_keep_their_order():
    header = [f"h{number}" for number in range(60)]
    assert cells_of(written(header, [range(60)])) == [header, list(range(60))]


def test_the_header_stays_in_sight_and_the_sheet_has_its_name():
    book = load_workbook(written(["A"], [], name='R&D "x"'))
    assert book.sheetnames == ['R&D "x"']
    assert book.active.freeze_panes == "A2"
    assert book.active["A1"].font.b


def test_the_same_rows_are_the_same_file():
    rows = [["a", 1], ["b", 2]]
    assert written(["x", "y"], rows).getvalue() == written(["x", "y"], rows).getvalue()


def test_no_part_of_it_calculates_or_links():
    package = zipfile.ZipFile(written(["A"], [["=HYPERLINK(1)"]]))
    whole = b"".join(package.read(name) for name in package.namelist())
    assert b"<f>" not in whole
    assert b"hyperlink" not in whole
