"""A program brings a file, reads what was found and takes it over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

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
