"""People as a file: the rows of the page, and nothing that is not for the reader."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from quarterdeck.domains.people import services
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import exporting
from tests.web.counting import queries_of

CSV, XLSX = "/people/export.csv", "/people/export.xlsx"
API = "/api/v1/people/export/"


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.fixture
def secrets(cast, at):
    """What only Bob and his leaders may read: why he is away, and proof of a skill."""
    bob = {"person": cast.person(cast.bob), "by": cast.alice, "at": at}
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    on = at.date()
    services.assess_skill(skill=skill, level=3, on=on, evidence="hush-proof", **bob)
    services.add_time_off(starts_on=on, ends_on=on, reason="hush-reason", **bob)
    services.set_working_pattern(starts_on=on, hours=[6] * 5 + [0, 0], **bob)


@pytest.mark.parametrize("who", ["dana", "alice", "bob", "charlie", "olga"])
@pytest.mark.parametrize("query", ["", "q=b", "left=1"])
def test_page_api_and_file_have_the_same_people(as_user, cast, who, query):
    client, root = as_user(getattr(cast, who)), cast.root.pk
    page = client.get(f"/people/?team={root}&{query}").context["cards"]
    shown = [card.person.name for card in page]
    rows = rows_of(client.get(f"{CSV}?team={root}&{query}"))
    assert [row["Full name"] for row in rows] == shown
    told = client.get(f"{API}?team_id={root}&{query.replace('q=', 'text=')}")
    assert [row["Full name"] for row in rows_of(told)] == shown


def test_a_guest_takes_away_themselves(as_user, cast):
    client = as_user(cast.gwen)
    for url in (CSV, API):
        assert [row["Full name"] for row in rows_of(client.get(url))] == ["Gwen"]


def test_a_team_is_its_people_and_those_below(as_user, cast):
    rows = rows_of(as_user(cast.dana).get(f"{CSV}?team={cast.support.pk}"))
    assert {row["Full name"] for row in rows} == {"Alice", "Bob", "Dora"}
    assert {row["Team"] for row in rows} == {"Support"}


@pytest.mark.parametrize(
    ("who", "week"),
    [("alice", "30.0"), ("dana", "30.0"), ("bob", "30.0"), ("olga", "30.0")],
)
def test_terms_of_work_are_for_the_person_their_leaders_and_admins(
    as_user, cast, secrets, who, week
):
    rows = rows_of(as_user(getattr(cast, who)).get(CSV))
    bob = next(row for row in rows if row["Full name"] == "Bob")
    assert (bob["Weekly hours"], bob["Capacity"]) == (week, "1.0")
    assert bob["Employment type"] == "full_time"


def test_a_colleague_of_another_team_reads_no_terms(as_user, cast, secrets):
    rows = rows_of(as_user(cast.charlie).get(API))
    bob = next(row for row in rows if row["Full name"] == "Bob")
    assert bob["Weekly hours"] == bob["Capacity"] == bob["Employment type"] == ""
    assert bob["Skills"] == "Baking: 3"


@pytest.mark.parametrize("who", ["dana", "alice", "bob", "charlie", "olga"])
def test_reasons_and_proofs_are_in_nobodys_file(as_user, cast, secrets, who):
    client = as_user(getattr(cast, who))
    everybody = f"?team={cast.root.pk}"
    for answer in (client.get(CSV + everybody), client.get(API)):
        assert "hush" not in answer.content.decode()
    book = load_workbook(io.BytesIO(client.get(XLSX + everybody).content))
    cells = [str(cell.value) for row in book.active.iter_rows() for cell in row]
    assert "Bob" in cells
    assert not [text for text in cells if "hush" in text]


def test_a_name_that_looks_like_a_formula_is_made_plain(as_user, cast, at):
    Person.objects.create(name="=SUM(A1)", created_at=at, updated_at=at)
    client = as_user(cast.dana)
    assert "'=SUM(A1)" in [row["Full name"] for row in rows_of(client.get(CSV))]
    book = load_workbook(io.BytesIO(client.get(XLSX).content))
    assert "'=SUM(A1)" in [row[1].value for row in book.active.iter_rows()]


def test_too_many_are_refused_with_a_sentence(as_user, cast, monkeypatch):
    monkeypatch.setattr(exporting, "MOST", 2)
    answer = as_user(cast.dana).get(API)
    assert answer.status_code == 409
    assert "Narrow the list" in answer.json()["detail"]


def test_the_page_offers_the_file_of_what_it_shows(as_user, cast):
    page = as_user(cast.dana).get(f"/people/?team={cast.support.pk}&q=b").text
    assert f"/people/export.csv?team={cast.support.pk}&amp;q=b" in page
    assert "/people/export.xlsx" in page


@pytest.mark.parametrize("url", [CSV, XLSX])
def test_it_is_read_not_posted(as_user, cast, url):
    assert as_user(cast.dana).post(url).status_code == 405


def test_an_unknown_format_is_named(as_user, cast):
    assert as_user(cast.dana).get(f"{API}?format=pdf").status_code == 422


def test_the_queries_do_not_grow_with_the_people(as_user, cast, at):
    client = as_user(cast.dana)
    few = queries_of(client, CSV)
    for number in range(30):
        person = Person.objects.create(
            name=f"P{number}", created_at=at, updated_at=at - timedelta(0)
        )
        services.join_team(person=person, team=cast.support, by=cast.dana, at=at)
    assert queries_of(client, CSV) == few
