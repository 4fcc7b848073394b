"""Import in the browser: bring, look, map, take over, undo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quarterdeck.domains.imports.models import ImportRun
from quarterdeck.domains.projects.models import Task
from tests.jobs_running import run_jobs

TABLE = b"Title,Hours,Odd\nBake,4,=1+1\nIce,2,\n,,lost\n"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def browser(as_user, cast):
    return as_user(cast.alice)


@pytest.fixture
def brought(browser):
    def bring(content=TABLE, name="cakes.csv"):
        file = SimpleUploadedFile(name, content)
        answer = browser.post("/import/receive/", {"file": file})
        run_jobs(timezone.now())
        return answer.headers["Location"]

    return bring


def test_what_was_read_and_what_was_not_stand_on_the_page(browser, brought):
    page = browser.get(brought()).text
    assert "What was read" in page
    assert "Odd" in page
    assert "Take over" in page


def test_taking_over_and_undoing(browser, brought, cast):
    url = brought()
    browser.post(f"{url}commit/", {"team": cast.support.pk})
    run_jobs(timezone.now())
    assert "Taken over into Support" in browser.get(url).text
    assert Task.objects.count() == 2
    browser.post(f"{url}undo/")
    assert not Task.objects.exists()
    assert "Undone" in browser.get(url).text


def test_a_column_can_mean_something_else(browser, brought):
    url = brought(b"Title,Hours,Odd\nBake,4,because\n")
    columns = ImportRun.objects.get().columns
    chosen = {f"column-{c['position']}": c["field"] or "" for c in columns}
    odd = next(c for c in columns if c["name"] == "Odd")
    browser.post(f"{url}map/", {**chosen, f"column-{odd['position']}": "why"})
    run_jobs(timezone.now())
    assert ImportRun.objects.get().mapping == {"Odd": "why"}
    assert "there is no place for it" not in browser.get(url).text


def test_a_refusal_is_one_sentence(browser, brought):
    page = browser.get(brought(b"\x00\x01", "cakes.bin")).text
    assert "This file is not read" in page


def test_everything_left_out_comes_as_a_table_without_formulas(browser, brought):
    answer = browser.get(f"{brought()}left-out.csv")
    text = b"".join(answer.streaming_content).decode()
    assert "Odd" in text
    assert not any(line.startswith("=") for line in text.splitlines())


def test_a_huge_upload_is_refused_before_it_is_read(browser, settings):
    settings.IMPORT_MAX_BYTES = 1_000_000
    answer = browser.post(
        "/import/receive/", {"file": SimpleUploadedFile("a.csv", b"x" * 1_200_000)}
    )
    assert answer.status_code == 413
    assert "larger than 1 MB" in answer.text
    assert not ImportRun.objects.exists()


def test_a_huge_upload_over_the_api_is_a_problem_document(browser, settings):
    settings.IMPORT_MAX_BYTES = 1_000_000
    file = SimpleUploadedFile("a.csv", b"x" * 1_200_000)
    answer = browser.post("/api/v1/imports/", {"file": file})
    assert (answer.status_code, answer.json()["title"]) == (413, "Too large")


def test_a_forgotten_file_is_gone(browser, brought, tmp_path):
    url = brought()
    assert list((tmp_path / "imports").iterdir())
    browser.post(f"{url}discard/")
    assert not ImportRun.objects.exists()
    assert not list((tmp_path / "imports").iterdir())


@pytest.mark.parametrize("verb", ["map", "commit", "undo", "discard"])
def test_get_is_405(browser, brought, verb):
    assert browser.get(f"{brought()}{verb}/").status_code == 405


def test_the_first_rows_stand_there_as_they_were_understood(browser, brought):
    page = browser.get(brought(b"Title,Hours,Assignee\nBake,4,Ann Lee\n")).text
    assert "The first tasks, as they were understood" in page
    assert "<td>Bake</td>" in page
    assert "<td>Ann Lee</td>" in page


def test_people_whom_only_a_name_tells_of_are_named_before(browser, brought):
    url = brought(b"Employee Name,Department\nDi Fo,Bar\nDi Fo,Hall\n", "people.csv")
    page = browser.get(url).text
    assert "People whom only a name tells of" in page
    assert "tells it apart from row 2" in page


def test_a_table_that_names_nothing_asks_what_its_columns_mean(browser, brought):
    url = brought(b"Chore,Length\nBake,4\n")
    page = browser.get(url).text
    assert "This file is not read" in page
    assert "Say below which column" in page
    columns = ImportRun.objects.get().columns
    names = {column["name"]: f"column-{column['position']}" for column in columns}
    chosen = {names["Chore"]: "title", names["Length"]: "estimate"}
    browser.post(f"{url}map/", chosen)
    run_jobs(timezone.now())
    assert "Take over" in browser.get(url).text
