import csv
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from quarterdeck.formats import (
    LinkRow,
    PersonRow,
    TaskRow,
    guarded,
    read,
    write_people_csv,
    write_people_xlsx,
    write_table_csv,
    write_tasks_csv,
    write_tasks_xlsx,
)
from quarterdeck.formats.delimited import unguard
from quarterdeck.formats.text import clean

FORMULAS = ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+1", "=cmd|' /C"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(clean)
titles = texts.map(lambda text: " ".join(text.split())).filter(
    lambda text: text not in {"", "NULL", "null", "N/A", "n/a", "NA", "-", "--", "None"}
)
words = st.sampled_from(["=x", "ops", "B&B", "a “b”", "-1", "Ünï"])
days = st.dates(date(1960, 1, 1), date(2100, 1, 1))
hours = st.integers(0, 4000).map(lambda quarter: quarter / 4)


@st.composite
def task(draw):
    low = draw(hours)
    return TaskRow(
        external_id="x",
        row=2,
        title=draw(titles),
        description=draw(titles),
        why=draw(titles),
        estimate_low=low,
        estimate_high=low + draw(hours),
        status=draw(st.sampled_from(["backlog", "todo", "doing", "waiting", "done"])),
        priority=draw(st.sampled_from(["urgent", "high", "normal", "low"])),
        deadline=draw(st.none() | days),
        created_at=draw(st.none() | days.map(lambda d: datetime(*d.timetuple()[:3]))),
        done_at=datetime(2026, 3, 4, 5, 6, tzinfo=UTC),
        labels=tuple(dict.fromkeys(draw(st.lists(words, max_size=3)))),
        milestone=draw(st.booleans()),
    )


@settings(max_examples=60, deadline=None)
@given(tasks=st.lists(task(), min_size=1, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory, tasks):
    path = tmp_path_factory.mktemp("round") / "a.csv"
    numbered = [
        TaskRow(**{**fields(one), "external_id": f"T{n}", "row": n + 2})
        for n, one in enumerate(tasks)
    ]
    write_tasks_csv(path, numbered)
    got = read(path)
    again = [TaskRow(**{**fields(one), "raw_status": ""}) for one in got.tasks]
    assert again == numbered
    assert (got.remarks, got.dropped_rows, got.dropped_columns) == ((), (), ())


def fields(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@given(text=st.text(st.sampled_from("'=+-@\t\r\nab"), max_size=8))
def test_guarding_is_undone_exactly(text):
    assert unguard(guarded(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_calculated(tmp_path, text):
    write_table_csv(tmp_path / "a.csv", [text, "title"], [[text, "x"]])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.reader(stream):
            assert row[0][:1] not in set("=+-@\t\r")
    write_tasks_xlsx(tmp_path / "a.xlsx", [TaskRow(external_id="1", row=2, title=text)])
    page = load_workbook(tmp_path / "a.xlsx").active
    cell = next(c for c in page[2] if page.cell(1, c.column).value == "Title")
    assert cell.data_type != "f"
    assert cell.value.startswith("'")


def test_negative_numbers_stay_numbers(tmp_path):
    write_table_csv(tmp_path / "a.csv", ["n"], [[-5], [-1.5], ["-5"]])
    lines = (tmp_path / "a.csv").read_text("utf-8-sig").split()
    assert lines == ["n", "-5", "-1.5", "'-5"]


@pytest.mark.parametrize(
    ("write", "name"), [(write_people_csv, "a.csv"), (write_people_xlsx, "a.xlsx")]
)
def test_people_are_read_again(tmp_path, write, name):
    people = (
        PersonRow(external_id="1", row=2, name="=Ann", email="a@x.org", capacity=0.8,
                  skills=(("Go", 3.0), ("SQL", None)), starts_on=date(2020, 1, 2)),
        PersonRow(external_id="2", row=3, name="Bob, Dr", manager="1", team="Ops",
                  weekly_hours=20.5, position="-Lead"),
    )  # fmt: skip
    write(tmp_path / name, people)
    assert read(tmp_path / name).people == people


@pytest.mark.parametrize(
    ("write", "name"), [(write_tasks_csv, "a.csv"), (write_tasks_xlsx, "a.xlsx")]
)
def test_links_are_read_again(tmp_path, write, name):
    tasks = [TaskRow(external_id=key, row=2, title=key) for key in ("A-1", "B-2", "C")]
    links = (
        LinkRow(predecessor="A-1", successor="B-2", kind="SS", lag_hours=-4.0, row=3),
        LinkRow(predecessor="A-1", successor="C", row=4),
        LinkRow(predecessor="B-2", successor="C", kind="FF", lag_hours=12.5, row=4),
    )
    write(tmp_path / name, tasks, links)
    assert read(tmp_path / name).links == links


def test_ids_that_end_in_numbers_keep_the_kind_of_their_links(tmp_path):
    ids = ["task-1", "RED-2", "3"]
    tasks = [TaskRow(external_id=i, row=n, title=i) for n, i in enumerate(ids, start=2)]
    links = [
        LinkRow(predecessor="task-1", successor="RED-2", kind="SS", row=3),
        LinkRow(predecessor="RED-2", successor="3", kind="FF", lag_hours=-4.5, row=4),
    ]
    write_tasks_csv(tmp_path / "a.csv", tasks, links)
    assert list(read(tmp_path / "a.csv").links) == links


def test_what_looks_like_an_error_stays_a_text_in_a_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    write_tasks_xlsx(path, [TaskRow(external_id="1", row=2, title="#N/A")])
    sheet = load_workbook(path).active
    assert {c.data_type for c in sheet[2] if c.value is not None} <= {"s"}
