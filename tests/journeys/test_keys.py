"""A passkey is made and signs in, in a browser with an authenticator of its own."""

import pytest
from playwright.sync_api import expect

PASSWORD = "a harbour at night"


@pytest.fixture
def alice(cast):
    cast.alice.set_password(PASSWORD)
    cast.alice.save()
    return cast.alice


def with_authenticator(page):
    """Chromium's virtual authenticator: holds keys, always sees its person."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_signs_in(visit, alice):
    here = visit()
    page = here.page
    with_authenticator(page)
    here.go("/sign-in/login/")
    page.get_by_label("Email").fill(alice.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".brand")).to_be_visible()
    here.go("/sign-in/2fa/keys/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/keys/add/")
    page.get_by_label("Name").fill("Laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    expect(page.locator("h1")).not_to_contain_text("Add a passkey")
    here.go("/sign-in/2fa/keys/")
    expect(page.locator(".rows")).to_contain_text("Laptop")
    assert here.barriers_in_both_themes() == []
    page.locator(".who").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/login/**")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator(".brand")).to_contain_text("Acme")
