from datetime import date

import pytest

from quarterdeck.formats import Refused, read


def test_people_are_recognised_by_their_columns(reading):
    got = reading(
        "a.csv",
        "EmpID,Employee_Name,Position,Department,ManagerName,ManagerID,DateofHire,"
        "Salary\n"
        '1,"Moreau, Inès K",Lead,Design,,,7/5/2011,50000\n'
        '2,"Ortiz, Dana",Designer,Design,Inès Moreau,99,3/30/2015,40000\n',
    )
    one, two = got.people
    assert (one.name, one.position, one.starts_on) == (
        "Moreau, Inès K",
        "Lead",
        date(2011, 7, 5),
    )
    assert two.manager == "1"
    assert [(c.name, c.reason) for c in got.dropped_columns] == [
        ("Salary", "pay is not taken over")
    ]


def test_first_and_last_names_are_joined(reading):
    got = reading("a.csv", "id,parentId,name,lastName,email\n1,,Ann,Lee,ann@x.org\n")
    assert got.people[0].name == "Ann Lee"


def test_shares_and_skills_are_understood(reading):
    got = reading(
        "a.csv",
        "name,email,fte,skills,weekly hours\n"
        'A,a@x.org,80%,"Python: 4, Go",32\nB,b@x.org,0.5,SQL (2),\n'
        "C,c@x.org,100,,999\n",
    )
    assert [person.capacity for person in got.people] == [0.8, 0.5, 1]
    assert got.people[0].skills == (("Python", 4), ("Go", None))
    assert got.people[1].skills == (("SQL", 2),)
    assert [remark.column for remark in got.remarks] == ["weekly hours"]


def test_materials_are_not_people(reading):
    got = reading("a.csv", "name,email,type\nAnn,a@x.org,\nSteel,,Material\n")
    assert [person.name for person in got.people] == ["Ann"]
    assert got.dropped_rows[0].reason == "it is a material, not a person"


def test_a_missing_manager_is_a_remark(reading):
    got = reading("a.csv", "name,email,manager\nAnn,a@x.org,Zoe\n")
    assert got.people[0].manager is None
    assert got.remarks[0].value == "Zoe"


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": 7, "name": "Ann", "email": "a@x.org", "department": "Ops"}]',
        '{"id": 7, "name": "Ann", "email": "a@x.org", "department": "Ops"}\n',
        '{"all": [{"id": 7, "name": "Ann", "email": "a@x.org", "team": {"name": 1}}]}',
    ],
)
def test_json_lists_of_people_are_read(reading, content):
    (person,) = reading("a.json", content).people
    assert (person.external_id, person.name, person.email) == ("7", "Ann", "a@x.org")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[]", "no list"),
        ("[1, 2]", "other things"),
        ('[{"id": "a", "value": 1}]', "“id”, “value”"),
        ('[{"name": "a", "email": NaN}]', "not valid JSON"),
        ("[" * 100_000, "too deep"),
    ],
)
def test_other_json_is_refused(put, content, words):
    with pytest.raises(Refused, match=words):
        read(put("a.json", content))


def test_half_a_character_is_replaced(reading):
    got = reading("a.json", '[{"title": "a\\ud83d", "status": "ok \\ud83d\\ude00"}]')
    assert got.tasks[0].title == "a\ufffd"
    assert got.tasks[0].raw_status == "ok 😀"
