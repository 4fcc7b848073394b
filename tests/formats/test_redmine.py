import pytest

from quarterdeck.formats import Refused, read


def test_rows_without_ids_are_known_by_their_place(reading):
    text = (
        "priority;subject;parent;private;progress;user;estimated_hours;tracker;status\n"
        "High;First;;no;;ann;1;bug;new\nNormal;Child;1;yes;10;;2;bug;new\n"
        "Normal;Of an issue elsewhere;#2;no;20;;3;bug;assigned\n"
    )
    got = reading("a.csv", text)
    assert got.format == "redmine_csv"
    assert [task.parent for task in got.tasks] == [None, "1", None]
    assert [remark.value for remark in got.remarks] == ["#2"]
    assert got.dropped_columns[0].name == "private"


def test_relations_carry_their_delay_in_working_days(reading):
    text = "row;tracker;subject;follows;blocks\n1;bug;a;2 1d;\n2;bug;b;;3\n3;bug;c;;\n"
    got = reading("a.csv", text)
    assert [(k.predecessor, k.successor, k.lag_hours) for k in got.links] == [
        ("2", "1", 8),
        ("2", "3", 0),
    ]


def test_users_become_people(reading):
    text = (
        "row;login;firstname;lastname;mail;admin;password\n1;u1;Ann;Lee;a@x.org;no;pw\n"
    )
    (person,) = reading("a.csv", text).people
    assert (person.external_id, person.name) == ("u1", "Ann Lee")


def test_time_entries_are_refused_with_advice(put):
    with pytest.raises(Refused, match="export the issues instead"):
        read(
            put(
                "a.csv",
                "row;issue_id;date;hours;comment;activity\n1;;2020-01-01;1;;x\n",
            )
        )
