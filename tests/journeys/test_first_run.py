"""From an empty instance to an organization, and through its places by keyboard alone."""

from playwright.sync_api import expect

from quarterdeck.web.shell.navigation import PLACES


def test_found_the_organization_and_walk_its_places(visit):
    here = visit()
    page = here.page
    here.go("/")
    assert here.barriers_in_both_themes() == []
    page.get_by_label("Organisation").fill("Harbour Café")
    page.get_by_label("Your name").fill("Mara Lind")
    page.get_by_label("Your e-mail").fill("mara@harbour.test")
    page.get_by_label("Password").fill("a harbour at night")
    page.keyboard.press("Enter")
    expect(page.locator(".brand")).to_contain_text("Harbour Café")
    here.picture("home")
    for place in PLACES:
        page.wait_for_load_state("load")
        page.keyboard.press("g")
        page.keyboard.press(place.key)
        current = page.locator(".side a[aria-current=page]")
        expect(current).to_contain_text(place.label)


def test_the_form_signs_in_and_the_menu_signs_out(visit, cast):
    cast.alice.set_password("a harbour at night")
    cast.alice.save()
    here = visit()
    here.go("/goals/")
    here.page.get_by_label("Email").fill("alice@acme.test")
    here.page.get_by_label("Password", exact=True).fill("a harbour at night")
    here.page.keyboard.press("Enter")
    here.page.wait_for_url("**/goals/")
    here.page.locator(".who").click()
    here.page.get_by_role("button", name="Sign out").click()
    here.page.wait_for_url("**/sign-in/login/**")
    here.go("/goals/")
    assert "/sign-in/login/" in here.page.url
