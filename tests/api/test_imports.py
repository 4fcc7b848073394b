"""A program brings a file, reads what was found and takes it over."""

from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quarterdeck.domains.imports.services import people as bringing
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task
from tests.jobs_running import run_jobs

URL = "/api/v1/imports/"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


@pytest.fixture
def brought(alice):
    def bring(content):
        answer = alice.post(URL, {"file": SimpleUploadedFile("cakes.csv", content)})
        assert (answer.status_code, answer.json()["state"]) == (202, "reading")
        run_jobs(timezone.now())
        return f"{URL}{answer.json()['id']}/"

    return bring


def test_a_file_is_read_taken_over_and_undone(alice, brought, cast):
    run = brought(b"Title,Hours,Odd\nBake,4,x\nIce,2,\n")
    told = alice.get(run).json()
    assert (told["state"], told["counts"]["tasks"]) == ("ready", 2)
    assert [c["name"] for c in told["dropped_columns"]] == ["Odd"]
    body = {"team_id": cast.support.pk}
    assert alice.post(f"{run}take-over/", body, content_type="application/json")
    run_jobs(timezone.now())
    assert alice.get(run).json()["outcome"]["tasks_added"] == 2
    alice.post(f"{run}undo/")
    assert alice.get(run).json()["state"] == "undone"
    assert not Task.objects.exists()


def test_a_refused_file_says_why_and_can_be_forgotten(alice, brought):
    run = brought(b"\x00\x01")
    told = alice.get(run).json()
    assert told["state"] == "refused"
    assert told["refusal"].endswith(".")
    assert alice.delete(run).status_code == 204
    assert alice.get(run).status_code == 404


def test_what_was_taken_over_is_undone_not_forgotten(alice, brought, cast):
    run = brought(b"Title\nBake\n")
    body = {"team_id": cast.support.pk}
    alice.post(f"{run}take-over/", body, content_type="application/json")
    run_jobs(timezone.now())
    answer = alice.delete(run)
    assert answer.status_code == 409
    assert "undo it instead" in answer.json()["detail"]


def put(client, url, *columns):
    rows = [{"key": key, "field": field} for key, field in columns]
    return client.put(url, {"columns": rows}, content_type="application/json")


def test_columns_are_read_as_understood_and_changed(alice, brought):
    run = brought(b"Title,Hours,Odd,Note\nBake,4,because,x\nIce,2,,\n")
    told = alice.get(f"{run}columns/").json()
    fields = {column["key"]: column["field"] for column in told["columns"]}
    assert fields == {
        "Title": "title",
        "Hours": "estimate",
        "Odd": None,
        "Note": "description",
    }
    assert {"field": "why", "label": "Task: why"} in told["meanings"]
    answer = put(alice, f"{run}columns/", ("Odd", "why"), ("Note", ""))
    assert (answer.status_code, answer.json()["state"]) == (202, "reading")
    run_jobs(timezone.now())
    told = alice.get(run).json()
    assert told["state"] == "ready"
    assert [column["name"] for column in told["dropped_columns"]] == ["Note"]
    assert told["preview"]["tasks"][0]["title"] == "Bake"
    put(alice, f"{run}columns/", ("Hours", "estimate:days"))
    run_jobs(timezone.now())
    assert alice.get(run).json()["preview"]["tasks"][0]["hours"] == [32.0, 32.0]
    assert [c["field"] for c in alice.get(f"{run}columns/").json()["columns"]] == [
        "title",
        "estimate:days",
        "why",
        None,
    ]


@pytest.mark.parametrize(
    ("key", "field", "told"),
    [
        ("Nope", "why", "no column “Nope”"),
        ("Odd", "colour", "cannot mean “colour”"),
        ("Odd", "why:days", "cannot mean"),
        ("Odd", "estimate:moons", "“moons” is no unit"),
    ],
)
def test_a_meaning_that_cannot_be_is_named(alice, brought, key, field, told):
    run = brought(b"Title,Odd\nBake,x\n")
    answer = put(alice, f"{run}columns/", (key, field))
    assert answer.status_code == 409
    assert told in answer.json()["detail"]
    assert alice.get(run).json()["state"] == "ready"


def test_a_table_that_names_nothing_is_read_once_somebody_says_what_it_means(
    alice, brought
):
    run = brought(b"Chore,Length\nBake,4\nIce,2\n")
    told = alice.get(run).json()
    assert told["state"] == "refused"
    assert "Chore" in told["refusal"]
    keys = [c["key"] for c in alice.get(f"{run}columns/").json()["columns"]]
    assert keys == ["Chore", "Length"]
    put(alice, f"{run}columns/", ("Chore", "title"), ("Length", "estimate"))
    run_jobs(timezone.now())
    told = alice.get(run).json()
    assert (told["state"], told["counts"]["hours"]) == ("ready", 6)


def test_everything_left_out_is_listed_by_pages_with_its_reason(alice, brought):
    rows = b"".join(b",%d,x\n" % number for number in range(60))
    run = brought(b"Title,Hours,Odd\nBake,many,y\n" + rows)
    counts = alice.get(run).json()["counts"]
    first = alice.get(f"{run}left-out/").json()
    more = alice.get(f"{run}left-out/", {"page": 2}).json()
    told = [*first["items"], *more["items"]]
    assert (len(first["items"]), first["has_next"], more["has_next"]) == (
        50,
        True,
        False,
    )
    kinds = [row["what"] for row in told]
    assert kinds.count("column") == counts["dropped_columns"] == 1
    assert kinds.count("row") == counts["dropped_rows"] == 60
    assert kinds.count("value") == counts["remarks"] == 1
    assert all(row["reason"] for row in told)


def test_the_same_source_again_brings_its_records_up_to_date(alice, brought, cast):
    body = {"team_id": cast.support.pk}
    first = brought(b"ID,Title\nA-1,Bake\nA-2,Ice\nA-3,Serve\n")
    alice.post(f"{first}take-over/", body, content_type="application/json")
    run_jobs(timezone.now())
    again = brought(b"ID,Title\nA-1,Bake well\nA-2,Ice\nA-3,Serve\nA-4,Clean\n")
    number = int(first.rstrip("/").rpartition("/")[2])
    told = alice.get(again).json()
    assert told["looks_newer_than"] == number
    assert [e["id"] for e in alice.get(f"{again}earlier/").json()["items"]] == [number]
    body["newer_than"] = number
    alice.post(f"{again}take-over/", body, content_type="application/json")
    run_jobs(timezone.now())
    outcome = alice.get(again).json()["outcome"]
    assert (outcome["tasks_added"], outcome["tasks_changed"]) == (1, 1)
    assert Task.objects.count() == 4
    alice.post(f"{again}undo/")
    assert sorted(t.title for t in Task.objects.all()) == ["Bake", "Ice", "Serve"]


def test_people_whom_only_a_name_tells_of_are_named_before(alice, brought, cast):
    at = {"created_at": cast.at, "updated_at": cast.at}
    for _ in range(2):
        Person.objects.create(name="Ann Lee", **at)
    Person.objects.create(name="Cem Ak", **at)
    run = brought(
        b"Employee ID,Name,Department\n"
        b"1,Ann Lee,Bar\n2,Cem Ak,Bar\n3,Cem Ak,Hall\n4,Di Fo,Hall\n5,Di Fo,Bar\n"
    )
    told = alice.get(run).json()["unclear"]
    assert [(row["row"], row["name"]) for row in told] == [
        (2, "Ann Lee"),
        (3, "Cem Ak"),
        (4, "Cem Ak"),
    ]
    assert "2 people here are called so" in told[0]["why"]
    body = {"team_id": cast.support.pk}
    alice.post(f"{run}take-over/", body, content_type="application/json")
    run_jobs(timezone.now())
    times = Counter(Person.objects.values_list("name", flat=True))
    assert (times["Ann Lee"], times["Cem Ak"], times["Di Fo"]) == (3, 3, 2)


def test_two_rows_of_one_name_without_numbers_are_named(alice, brought):
    run = brought(b"Employee Name,Department\nDi Fo,Bar\nDi Fo,Hall\n")
    (row,) = alice.get(run).json()["unclear"]
    assert row == {
        "row": 3,
        "name": "Di Fo",
        "why": "left out: no number or e-mail address tells it apart from row 2",
    }


def test_numbers_tell_people_of_one_name_apart_across_batches(
    alice, brought, cast, monkeypatch
):
    """Two of one name in a long file stay two, and coming again finds both."""
    monkeypatch.setattr(bringing, "BATCH", 1)
    content = b"Employee ID,Name,Department\n1,Di Fo,Bar\n2,Cem Ak,Bar\n3,Di Fo,Hall\n"
    body = {"team_id": cast.support.pk}
    for added, found in ((3, 0), (0, 3)):
        run = brought(content)
        assert alice.get(run).json()["unclear"] == []
        alice.post(f"{run}take-over/", body, content_type="application/json")
        run_jobs(timezone.now())
        outcome = alice.get(run).json()["outcome"]
        assert outcome["people_ambiguous"] == []
        assert (outcome["people_added"], outcome["people_found"]) == (added, found)
    assert Person.objects.filter(name="Di Fo").count() == 2
