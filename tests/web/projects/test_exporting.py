import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.queries import exporting

CSV, XLSX = "/projects/tasks/export.csv", "/projects/tasks/export.xlsx"


@pytest.fixture
def add(cast, at, project):
    def add(title, **fields):
        fields = {"project": project, "by": cast.bob, "at": at, **fields}
        return services.add_task(title=title, **fields)

    return add


@pytest.fixture
def mixed(cast, at, add, secret):
    add("Open", priority=1)
    add("Late", deadline=date(2020, 1, 1))
    add("Over", status="done")
    add("Hidden", project=secret)
    theirs = services.add_project(name="Menu", team=cast.kitchen, by=cast.dana, at=at)
    add("Cook", project=theirs, by=cast.dana)
    shared = services.add_project(name="Fair", team=cast.support, by=cast.alice, at=at)
    services.add_member(
        project=shared, person=cast.person(cast.gwen), by=cast.alice, at=at
    )
    add("Stall", project=shared)


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def titles(answer):
    return [row["Title"] for row in rows_of(answer)]


QUERIES = ["", "status=all", "priority=1", "deadline=overdue&status=all", "text=o"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("who", ["dana", "alice", "bob", "charlie", "gwen", "olga"])
def test_page_api_and_file_have_the_same_rows(as_user, cast, mixed, who, query):
    client = as_user(getattr(cast, who))
    page = client.get(f"/projects/tasks/?{query}").context["page"].items
    told = client.get(f"/api/v1/tasks/?{query}").json()["items"]
    shown = [task.title for task in page]
    assert titles(client.get(f"{CSV}?{query}")) == shown
    assert [task["title"] for task in told] == shown
    assert (
        shown or query in ("priority=1", "deadline=overdue&status=all") or who == "gwen"
    )


def test_the_workbook_has_the_same_rows(as_user, cast, mixed):
    client = as_user(cast.bob)
    answer = client.get(f"{XLSX}?status=all")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    table = list(sheet.iter_rows(values_only=True))
    at = table[0].index("Title")
    assert [row[at] for row in table[1:]] == titles(client.get(f"{CSV}?status=all"))
    assert answer["Content-Disposition"] == 'attachment; filename="tasks.xlsx"'


def test_nothing_in_it_is_calculated(as_user, cast, add):
    add("=HYPERLINK(1)", why="+1", description="@x")
    client = as_user(cast.bob)
    (row,) = rows_of(client.get(CSV))
    assert (row["Title"], row["Why"]) == ("'=HYPERLINK(1)", "'+1")
    sheet = load_workbook(io.BytesIO(client.get(XLSX).content)).active
    assert {cell.data_type for line in sheet for cell in line} <= {"s", "n", "d"}


def test_more_than_fits_is_said_in_a_sentence(as_user, cast, mixed, monkeypatch):
    monkeypatch.setattr(exporting, "MOST", 2)
    answer = as_user(cast.bob).get(f"{CSV}?status=all")
    assert answer.status_code == 409
    assert "More than 2 tasks do not fit into one file." in answer.text


def test_the_list_and_the_project_lead_to_it(as_user, cast, add, project):
    add("Open", priority=1)
    client = as_user(cast.bob)
    assert f"{CSV}?priority=1" in client.get("/projects/tasks/?priority=1").text
    whole = f"{XLSX}?project={project.pk}&amp;status=all"
    assert whole in client.get(f"/projects/{project.pk}/").text


def test_it_is_only_read(as_user, cast):
    assert as_user(cast.bob).post(CSV).status_code == 405
    assert as_user(cast.bob).post(XLSX).status_code == 405


def test_the_number_of_queries_is_fixed(as_user, cast, add, costs):
    client, bob = as_user(cast.bob), cast.person(cast.bob)
    for number in range(3):
        add(f"T{number}", contributors=[bob])
    few = costs(lambda: client.get(CSV))
    for number in range(30):
        add(f"U{number}", contributors=[bob])
    assert costs(lambda: client.get(CSV)) == few
