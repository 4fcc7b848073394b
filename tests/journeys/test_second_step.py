"""An authenticator app is added, asked for at the next sign-in, and a code replaces it."""

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from playwright.sync_api import expect

PASSWORD = "a harbour at night"


@pytest.fixture
def alice(cast):
    cast.alice.set_password(PASSWORD)
    cast.alice.save()
    return cast.alice


def shown_by_the_app(secret: str) -> str:
    _, now, _ = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, now)))


def sign_in(here, alice):
    here.go("/sign-in/login/")
    here.page.get_by_label("Email").fill(alice.email)
    here.page.get_by_label("Password", exact=True).fill(PASSWORD)
    here.page.keyboard.press("Enter")


def sign_out(page):
    page.locator(".who").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/login/**")


def test_a_second_step_is_added_asked_for_and_replaced(visit, alice):
    here = visit()
    page = here.page
    sign_in(here, alice)
    expect(page.locator(".brand")).to_be_visible()
    here.go("/sign-in/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/totp/activate/")
    square = page.locator("img.square")
    assert square.evaluate("image => image.naturalWidth") > 0, "the square is drawn"
    assert here.barriers_in_both_themes() == []
    here.picture("square")
    page.get_by_label("code").fill(shown_by_the_app(page.locator("code").inner_text()))
    page.get_by_role("button", name="Add").click()
    here.go("/sign-in/2fa/codes/")
    codes = page.locator(".codes code").all_inner_texts()
    here.picture("codes")
    assert len(codes) >= 8
    sign_out(page)
    sign_in(here, alice)
    expect(page.locator("h1")).to_have_text("One more step")
    assert here.barriers_in_both_themes() == []
    page.get_by_label("code").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("One more step")
    page.get_by_label("code").fill(codes[0])
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".brand")).to_contain_text("Acme")
