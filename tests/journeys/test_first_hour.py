"""A leader's first hour: from an empty instance to work with a why that somebody took on."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.projects.models import Task

VISION = "Everybody who comes in from the rain leaves warm."
WHY = "Guests who wait do not come back."


def test_the_first_hour_of_a_leader(visit):
    here = visit()
    page = here.page
    begin(here)
    write_the_vision(page)
    add_a_goal_with_its_why(page)
    paste_people(page)
    there = let_in(page, visit())
    add_a_project_for_the_goal(page)
    add_tasks_in_one_line(page)
    see_why_and_delegate(page)
    here.picture("delegated")
    accept_in_a_second_window(there)
    here.go("/projects/delegations/")
    expect(page.locator("main")).not_to_contain_text("No answer yet")
    expect(page.locator("main")).to_contain_text("to Bob Reed")
    change_many_and_undo(page)


def begin(here):
    page = here.page
    here.go("/")
    page.get_by_label("Organisation").fill("Harbour Café")
    page.get_by_label("Your name").fill("Mara Lind")
    page.get_by_label("Your e-mail").fill("mara@harbour.test")
    page.get_by_label("Password").fill("a harbour at night")
    page.keyboard.press("Enter")
    expect(page.locator(".brand")).to_contain_text("Harbour Café")


def write_the_vision(page):
    page.get_by_role("link", name="Write the vision").click()
    if page.url.endswith("/vision/"):
        page.get_by_role("link", name="Write the vision").click()
    page.get_by_label("Vision").fill(VISION)
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("main")).to_contain_text(VISION)


def add_a_goal_with_its_why(page):
    page.goto("/goals/")
    page.get_by_role("link", name="Add the first goal").click()
    page.get_by_label("Goal", exact=True).fill("Nobody waits longer than five minutes")
    page.get_by_label("Why").fill(WHY)
    page.get_by_role("button", name="Add").click()
    expect(page.locator("main")).to_contain_text(WHY)


def paste_people(page):
    page.goto("/people/")
    page.get_by_role("link", name="Paste a list").click()
    page.get_by_label("Names and addresses").fill("Bob Reed <bob@harbour.test>\nAna Li")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Add 2 people").click()
    expect(page.locator("main")).to_contain_text("Ana Li")


def let_in(page, there):
    """From the person's page to an invitation, and by its link into a second window."""
    page.get_by_role("link", name="Bob Reed").click()
    page.get_by_role("link", name="Invite").click()
    page.get_by_role("button", name="Invite").click()
    link = page.get_by_label("Link for Bob Reed").input_value()
    there.page.goto(link)
    there.page.get_by_label("Password").fill("the quay at noon")
    there.page.get_by_role("button", name="Join").click()
    expect(there.page.locator(".brand")).to_contain_text("Harbour Café")
    return there


def add_a_project_for_the_goal(page):
    page.goto("/projects/")
    page.get_by_role("link", name="Add a project").click()
    page.get_by_label("Project").fill("Counter")
    goal = page.get_by_label("Goal")
    expect(page.locator("#open-goals option")).to_have_count(1)
    goal.fill("Nobody waits longer than five minutes")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Counter")


def add_tasks_in_one_line(page):
    page.goto("/projects/tasks/")
    page.keyboard.press("c")
    expect(page.locator("#quick-line")).to_be_focused()
    page.keyboard.type("Move the till @Ana #Counter !high ~3h by fri")
    chips = page.locator("#chips .chip")
    expect(chips).to_have_count(5)
    expect(page.locator("#chips .unknown")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Move the till")
    page.goto("/projects/tasks/")
    page.locator("#quick-line").fill("Paint the sign #Counter ~2h")
    expect(chips).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator(".tasks")).to_contain_text("Paint the sign")


def see_why_and_delegate(page):
    page.goto("/projects/tasks/")
    page.get_by_role("link", name="Paint the sign").click()
    whys = page.get_by_role("region", name="Why")
    expect(whys).to_contain_text(WHY)
    expect(whys).to_contain_text(VISION)
    page.get_by_role("link", name="Delegate").first.click()
    page.get_by_label("To", exact=True).fill("Bob Reed")
    page.get_by_label("Expected result").fill("The sign can be read from the quay.")
    day = (timezone.now() + timedelta(days=7)).date().isoformat()
    page.get_by_label("Look at it together on").fill(day)
    page.get_by_role("button", name="Delegate").click()
    expect(page.locator("main")).to_contain_text("has not answered yet")


def accept_in_a_second_window(there):
    there.go("/")
    main = there.page.locator("main")
    expect(main).to_contain_text("Mara Lind hands you “Paint the sign”")
    there.page.get_by_role("link", name="Answer").click()
    there.page.get_by_role("button", name="Accept").click()
    expect(main).to_contain_text("Accepted")
    assert Task.objects.get(title="Paint the sign").accountable.name == "Bob Reed"


def change_many_and_undo(page):
    page.goto("/projects/tasks/")
    page.get_by_label("Select all on this page").check()
    page.get_by_role("button", name="Change selected").click()
    page.get_by_label("Priority").select_option(label="Urgent")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".preview")).to_contain_text("2 change, 0 stay as they are")
    page.get_by_role("button", name="Change 2 tasks").click()
    expect(page.locator("#notices").get_by_role("button", name="Undo")).to_be_visible()
    assert set(Task.objects.values_list("priority", flat=True)) == {1}
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator("#notices")).to_contain_text("Undone")
    assert set(Task.objects.values_list("priority", flat=True)) == {2, 3}
