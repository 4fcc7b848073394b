"""The palette, the single keys, the theme: what the frame does with a keyboard."""

from playwright.sync_api import expect

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.goals.services import add_goal


def test_the_palette_finds_goes_and_closes(visit, cast):
    add_goal(title="Answer within a day", why="Trust", by=cast.alice, at=cast.at)
    here = visit(cast.alice)
    page = here.page
    here.go("/")
    page.keyboard.press("Control+k")
    options = page.locator("#palette-list [role=option]")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert here.barriers_in_both_themes() == []
    page.keyboard.type("answer day")
    expect(options.first).to_contain_text("Answer within a day")
    here.picture("palette")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Answer within a day")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()


def test_a_letter_in_a_field_is_a_letter(visit, cast):
    here = visit(cast.alice)
    here.go("/search/")
    here.page.locator("#q").fill("")
    here.page.locator("#q").press_sequentially("go?/c")
    assert here.page.locator("#q").input_value() == "go?/c"
    assert here.page.url.endswith("/search/")


def test_single_keys_can_be_switched_off(visit, cast):
    User.objects.filter(pk=cast.alice.pk).update(single_keys=False)
    here = visit(cast.alice)
    here.go("/account/")
    here.page.keyboard.press("?")
    here.page.keyboard.press("g")
    here.page.keyboard.press("h")
    expect(here.page.locator("#keys")).to_be_hidden()
    assert here.page.url.endswith("/account/")


def test_the_theme_changes_at_once_and_stays(visit, cast):
    here = visit(cast.alice)
    here.go("/account/")
    here.page.locator(".who").click()
    with here.page.expect_response("**/account/theme/"):
        here.page.get_by_role("button", name="Dark").click()
    expect(here.page.locator("html")).to_have_attribute("data-theme", "dark")
    here.go("/account/")
    expect(here.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_more_opens_the_rest_on_a_phone(visit, cast):
    here = visit(cast.alice, phone=True)
    here.go("/account/")
    here.page.get_by_role("button", name="More").click()
    expect(here.page.get_by_role("button", name="Sign out")).to_be_visible()
    assert here.barriers_in_both_themes() == []
    here.picture("more")


def test_a_lost_server_is_told_and_the_text_stays(visit, cast):
    here = visit(cast.alice)
    here.go("/")
    here.page.keyboard.press("Control+k")
    expect(here.page.locator("#palette-list [role=option]").first).to_be_visible()
    here.context.route("**/search/**", lambda route: route.abort())
    here.page.keyboard.type("answer")
    expect(here.page.locator("#notices")).to_contain_text("The server did not answer")
    assert here.page.locator("#palette-input").input_value() == "answer"
    here.troubles.clear()  # the browser itself complains of the cut line
