from datetime import date, datetime

import pytest

from quarterdeck.formats import Refused, read


def test_a_table_in_another_language_is_read(reading):
    got = reading(
        "a.csv",
        "Nr;Vorgang;Status;Priorität;Bearbeiter;Aufwand (Tage);Fällig am\n"
        "7;Angebot;In Arbeit;hoch;Inès Moreau;2,5;24.12.2026\n",
    )
    (task,) = got.tasks
    assert (task.external_id, task.title, task.status) == ("7", "Angebot", "doing")
    assert (task.priority, task.assignees) == ("high", ("Inès Moreau",))
    assert (task.estimate_low, task.deadline) == (20, date(2026, 12, 24))
    assert [person.name for person in got.people] == ["Inès Moreau"]


def test_a_mapping_overrides_the_guess(reading):
    text = "title,what,when,length\nx,Real title,2026-01-02,3\n"
    mapping = {"title": "labels", "what": "title", "when": "deadline",
               "length": "estimate:days"}  # fmt: skip
    (task,) = reading("a.csv", text, mapping=mapping).tasks
    assert (task.title, task.labels) == ("Real title", ("x",))
    assert (task.estimate_high, task.deadline) == (24, date(2026, 1, 2))


def test_a_mapping_makes_an_unknown_table_readable(reading):
    got = reading("a.csv", "x,y\nAnn,Boss\n", mapping={"x": "name", "y": "position"})
    assert [(p.name, p.position) for p in got.people] == [("Ann", "Boss")]


def test_a_mapping_can_leave_a_column_out(reading):
    got = reading("a.csv", "title,status\na,Done\n", mapping={"status": ""})
    assert got.tasks[0].status == "todo"
    assert got.dropped_columns[0].name == "status"


@pytest.mark.parametrize(
    ("mapping", "words"),
    [({"nope": "title"}, "no column “nope”"), ({"title": "nope"}, "cannot be read")],
)
def test_a_wrong_mapping_is_refused(put, mapping, words):
    with pytest.raises(Refused, match=words):
        read(put("a.csv", "title,status\na,b\n"), mapping=mapping)


def test_every_column_and_row_left_out_is_reported(reading):
    got = reading("a.csv", "id,title,color\n1,a,red\n2,,blue\n1,c,\n")
    assert [task.title for task in got.tasks] == ["a"]
    assert [(row.row, row.reason) for row in got.dropped_rows] == [
        (3, "it has no title"),
        (4, "its id “1” is already that of row 2"),
    ]
    assert [(c.name, c.filled) for c in got.dropped_columns] == [("color", 2)]


def test_values_that_cannot_be_are_reported(reading):
    got = reading(
        "a.csv",
        "title,due date,estimate,% done\n"
        "a,0001-01-01,-5,130\nb,9999-12-31,1e12,x\nc,someday,NaN,\n",
    )
    assert {(r.row, r.column) for r in got.remarks} == {
        (row, column)
        for row in (2, 3, 4)
        for column in ("due date", "estimate", "% done")
    } - {(4, "% done")}
    assert all(t.deadline is None and t.estimate_low is None for t in got.tasks)


def test_parents_are_found_by_id_and_by_name(reading):
    got = reading(
        "a.csv", "id,title,parent\n1,Launch,\n2,Plan,1\n3,Act,launch\n4,X,9\n"
    )
    assert [task.parent for task in got.tasks] == [None, "1", "1", None]
    assert [task.outline for task in got.tasks] == [True, False, False, False]
    assert [(r.row, r.value) for r in got.remarks] == [(5, "9")]


def test_parents_follow_from_an_outline(reading):
    text = "title,outline level\nA,1\nB,2\nC,3\nD,2\nE,1\n"
    got = reading("a.csv", text)
    titles = {task.external_id: task.title for task in got.tasks}
    parents = [titles.get(task.parent or "") for task in got.tasks]
    assert parents == [None, "A", "B", "A", None]


def test_predecessors_carry_kind_and_lag(reading):
    text = 'id,title,predecessors\n1,a,\n2,b,"1SS+2d"\n3,c,"1;2FF-4h,77"\n'
    got = reading("a.csv", text)
    assert [(k.predecessor, k.successor, k.kind, k.lag_hours) for k in got.links] == [
        ("1", "2", "SS", 16),
        ("1", "3", "FS", 0),
        ("2", "3", "FF", -4),
    ]
    assert [remark.value for remark in got.remarks] == ["77"]


def test_a_link_between_a_task_and_its_parent_is_a_remark(reading):
    text = "id,title,parent,predecessors\n1,a,,\n2,b,1,\n3,c,2,1\n"
    got = reading("a.csv", text)
    assert got.links == ()
    assert got.remarks[0].reason == "a task cannot wait for its own parent"


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("id,title,predecessors\nA,a,C\nB,b,A\nC,c,B\n", "links.*A → B → C → A|C → A"),
        ("id,title,predecessors\nA,a,A\n", "A → A"),
        ("id,title,parent\nA,a,B\nB,b,A\n", "parents.*A → B → A"),
        (
            "id,name,email,manager\n1,Ann,a@x.org,2\n2,Bob,b@x.org,1\n",
            "Ann → Bob → Ann",
        ),
    ],
)
def test_circles_are_refused_with_their_path(put, table, words):
    with pytest.raises(Refused, match=words):
        read(put("a.csv", table))


def test_a_table_of_microsoft_project_is_read(reading):
    got = reading(
        "a.csv",
        "ID,Task Name,Duration,Start,Predecessors,Resource Names,Outline Level\n"
        '1,Phase,10 days,3/2/26,,,1\n2,Step,5 days,3/2/26,,"Ann[50%],Bob",2\n'
        "3,Next,1 day?,3/16/26,2FS+1 day,Ann,2\n",
    )
    phase, step, following = got.tasks
    assert (phase.outline, step.parent, step.assignees) == (True, "1", ("Ann", "Bob"))
    assert (step.estimate_low, following.estimate_low) == (40, 8)
    assert (got.links[0].predecessor, got.links[0].lag_hours) == ("2", 8)
    assert following.planned_start == date(2026, 3, 16)
    assert "Shares in brackets after names are not read." in got.notes


def test_dates_are_decided_over_the_column(reading):
    got = reading("a.csv", "title,due date\na,3/4/2025\nb,6/21/2025\n")
    assert got.tasks[0].deadline == date(2025, 3, 4)
    assert (
        got.notes[0] == "Dates in “due date” were read month first, as its values show."
    )


def test_statuses_that_are_not_known_are_said(reading):
    got = reading("a.csv", "title,status\na,Simmering\n")
    assert (got.tasks[0].status, got.tasks[0].raw_status) == ("todo", "Simmering")
    assert any("Simmering" in note for note in got.notes)


def test_a_finished_date_makes_a_task_done(reading):
    (task,) = reading(
        "a.csv", "task,created,finished date\na,2025-02-05,2025-02-04\n"
    ).tasks
    assert (task.status, task.done_at) == ("done", datetime(2025, 2, 4))


def test_remarks_beyond_the_limit_are_counted(reading):
    rows = "".join(f"t{number},never\n" for number in range(2500))
    got = reading("a.csv", f"title,due date\n{rows}")
    assert len(got.remarks) == 2000
    assert any(note.startswith("500 more values") for note in got.notes)
