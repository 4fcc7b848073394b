"""The main job: a file comes in, a plan is proposed, a part of it is accepted."""

import csv
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.projects.models import Task
from tests.jobs_running import run_jobs


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def file(tmp_path):
    """A café's week as a spreadsheet: some without hours, one that nobody can do."""
    due = (timezone.now() + timedelta(days=9)).date().isoformat()
    path = tmp_path / "summer.csv"
    with path.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            ["ID", "Title", "Hours", "Assignee", "Due date", "Skills", "Colour"]
        )
        for number in range(1, 13):
            who = ["Bob", "Mara", ""][number % 3]
            hours = "" if number == 12 else number
            skill = "Japanese" if number == 11 else ""
            writer.writerow([number, f"Task {number}", hours, who, due, skill, "red"])
    return path


def test_from_a_file_to_a_plan_that_people_own(visit, cast, file):
    here = visit(cast.alice)
    page = here.page
    here.go("/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    work_until(page, "What was read")
    expect(page.locator("#left-out").locator("..").locator("..")).to_contain_text(
        "Colour"
    )
    assert here.barriers_in_both_themes() == []
    here.picture("read")
    page.get_by_role("button", name="Take over").click()
    work_until(page, "Taken over into Support")
    here.picture("taken-over")
    page.get_by_role("link", name="Propose a plan").click()
    page.get_by_role("button", name="Propose a plan").click()
    work_until(page, "changes to decide")
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    here.picture("proposal")
    left_out = page.locator("section", has=page.locator("#left-out"))
    expect(left_out).to_contain_text("no estimate yet")
    expect(left_out).to_contain_text("Japanese")
    for box in page.locator("input[name=change]").all()[:3]:
        box.check()
    page.get_by_role("button", name="Accept 3 chosen").click()
    expect(page.locator("#notices")).to_contain_text("3 tasks are planned")
    assert Task.objects.filter(planned_start__isnull=False).count() == 3
    here.go("/people/workload/")
    expect(page.locator("main")).to_contain_text("Mara")
    here.picture("workload")


def test_a_refused_file_and_an_undone_import_say_so(visit, cast, file, tmp_path):
    here = visit(cast.alice)
    page = here.page
    nonsense = tmp_path / "plan.xml"
    nonsense.write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
    here.go("/import/")
    page.locator("input[type=file]").set_input_files(nonsense)
    page.get_by_role("button", name="Read the file").click()
    work_until(page, "This file is not read")
    here.go("/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    work_until(page, "What was read")
    page.get_by_role("button", name="Take over").click()
    work_until(page, "Taken over into Support")
    page.get_by_role("button", name="Undo this import").click()
    expect(page.locator("main")).to_contain_text("12 tasks, 1 project")
    assert not Task.objects.exists()


def test_what_if_somebody_leaves(visit, cast, file):
    here = visit(cast.alice)
    page = here.page
    here.go("/plan/what-if/add/")
    page.get_by_label("What if").fill("Bob leaves")
    page.locator("select[name=form-0-kind]").select_option("person_leaves")
    page.locator("input[name=form-0-about]").press_sequentially("bo")
    expect(page.locator("#form-0-about-options option")).to_have_count(1)
    page.locator("input[name=form-0-about]").fill("Bob")
    page.locator("input[name=form-0-on]").fill("2026-12-01")
    assert here.barriers_in_both_themes() == []
    page.get_by_role("button", name="Compare").click()
    work_until(page, "A new plan, if Bob leaves")
    assert here.barriers_in_both_themes() == []
    page.get_by_role("button", name="Discard").click()
    expect(page).to_have_url(re.compile("/plan/$"))
    expect(page.locator("main")).not_to_contain_text("Bob leaves")


def work_until(page, words):
    """Let a worker do what waits; the page notices by itself and shows what came of it."""
    page.wait_for_load_state("load")
    run_jobs(timezone.now())
    expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("header.head")).to_have_count(1)
