from datetime import date

import pytest
from openpyxl import Workbook

from quarterdeck.formats import Refused, detect, read
from tests.formats.conftest import workbook


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(reading, mark):
    table = "id,title,due date\n1,Büro,2026-01-02\n".replace(",", mark)
    (task,) = reading("a.csv", table).tasks
    assert (task.title, task.deadline) == ("Büro", date(2026, 1, 2))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le"]
)
def test_the_encoding_is_found(put, encoding):
    path = put("a.csv", "title;due date\nÜberprüfen;2026-01-02\n".encode(encoding))
    assert read(path).tasks[0].title == "Überprüfen"


def test_japanese_text_is_read(put):
    path = put("a.csv", "件名,状態\nこれはテストです,x\n".encode("cp932"))
    assert read(path).tasks[0].title == "これはテストです"


def test_rows_above_the_header_are_reported(reading):
    text = ',,\n,https://example.org,\n"Version: 1"\nid,title,status\n1,Plan,Done\n'
    got = reading("a.csv", text)
    assert [task.row for task in got.tasks] == [5]
    assert [row.row for row in got.dropped_rows] == [2, 3]


def test_a_line_for_excel_is_no_header(reading):
    got = reading("a.csv", "sep=;\ntitle;color\nPlan;red\n")
    assert [(task.row, task.title) for task in got.tasks] == [(3, "Plan")]


def test_a_second_column_of_a_name_has_a_key_of_its_own(reading):
    got = reading("a.csv", "title,note,note\na,b,c\n")
    assert [column.key for column in got.columns] == ["title", "note", "note#2"]


def test_cells_beyond_the_header_are_reported(reading):
    got = reading("a.csv", "title,status\na,Done,lost\n")
    (dropped,) = got.dropped_columns
    assert (dropped.name, dropped.filled) == ("(column 3 without a header)", 1)


def test_short_rows_are_read(reading):
    assert len(reading("a.csv", "id,title,status,due date\n1,a\n2,b,Done\n").tasks) == 2


def test_quoted_line_ends_stay_in_their_cell(reading):
    (task,) = reading("a.csv", 'title,description\na,"one\r\ntwo"\n').tasks
    assert task.description == "one\ntwo"


def test_single_quotation_marks_are_understood(reading):
    (task,) = reading("a.csv", "title;tags;status\na;'x; y';Done\n").tasks
    assert task.labels == ("x", "y")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("\ufeff", "empty"),
        ("title,due date\n", "no rows below"),
        ('title,note\na,"open', "Row 2 opens a quotation mark"),
        ("only some words\nand more words", "plain text"),
        ("alpha,beta\n1,2\n", "“alpha”, “beta”"),
        ("set,id,name\nx,1,y\n", "“name”"),
        ("title,b\na,\0b\n", "NUL bytes"),
    ],
)
def test_what_is_no_table_is_refused(put, content, words):
    with pytest.raises(Refused, match=words):
        read(put("a.csv", content))


def test_a_workbook_is_read(tmp_path):
    book = Workbook()
    page = book.active
    page.append(["ID", "Title", "Due date", "% done", "Estimate"])
    page.append([1, "=not a formula", date(2026, 5, 4), 0.5, 2.5])
    page["B2"].data_type = "s"
    page["D2"].number_format = "0%"
    other = book.create_sheet("Budget")
    other.append(["a", "b"])
    book.save(tmp_path / "a.xlsx")
    got = read(tmp_path / "a.xlsx")
    (task,) = got.tasks
    assert (task.external_id, task.title) == ("1", "=not a formula")
    assert (task.deadline, task.percent_done) == (date(2026, 5, 4), 50)
    assert task.estimate_low == 2.5
    assert [(c.name, c.filled) for c in got.dropped_columns] == [("sheet Budget", 2)]


def test_a_formula_without_a_result_is_text(reading):
    row = '<row><c t="inlineStr"><is><t>title</t></is></c></row>'
    row += '<row><c><f>HYPERLINK("x")</f></c></row>'
    assert reading("a.xlsx", workbook(row)).tasks[0].title == '=HYPERLINK("x")'


def test_empty_rows_keep_the_numbers_of_a_sheet(reading):
    row = '<row r="1"><c r="B1" t="inlineStr"><is><t>title</t></is></c></row>'
    row += '<row r="9"><c r="B9" t="str"><v>x</v></c></row>'
    assert reading("a.xlsx", workbook(row)).tasks[0].row == 9


def test_detection_shows_columns_and_guesses(put):
    found = detect(put("a.csv", "Vorgang;Fällig am;Farbe\nPlan;1.2.2026;rot\n"))
    assert (found.format, found.kind, found.delimiter) == ("csv", "tasks", ";")
    assert [c.field for c in found.columns] == ["title", "deadline", None]
    assert found.columns[2].samples == ("rot",)


def test_detection_shows_columns_it_cannot_guess(put):
    found = detect(put("a.csv", "alpha,beta\n1,2\n"))
    assert (found.kind, len(found.columns)) == ("", 2)
    assert found.confidence < 0.5
