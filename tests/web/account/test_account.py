"""One's own account: every page works, changes what it says, and shows nobody else's."""

import pytest

from quarterdeck.domains.accounts.models import ApiToken, User
from quarterdeck.domains.accounts.services import make_token, use_token

PAGES = ["", "appearance/", "security/", "tokens/"]


@pytest.fixture
def bob(as_user, cast):
    return as_user(cast.bob)


def saved(user):
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_works(bob, page):
    answer = bob.get(f"/account/{page}")
    assert answer.status_code == 200
    assert 'aria-current="page"' in answer.text


def test_name_and_time_zone_are_changed(bob, cast):
    bob.post("/account/", {"name": "Robert", "time_zone": "Europe/Berlin"})
    user = saved(cast.bob)
    assert (user.name, user.time_zone) == ("Robert", "Europe/Berlin")
    assert "Robert" in bob.get("/account/").text


def test_an_unknown_time_zone_is_refused_beside_its_field(bob, cast):
    answer = bob.post("/account/", {"name": "Robert", "time_zone": "Mars/Olympus"})
    assert answer.status_code == 200
    assert 'class="problem"' in answer.text
    assert saved(cast.bob).name == "Bob"


def test_the_theme_stands_on_the_page_from_the_server(bob, cast):
    bob.post("/account/appearance/", {"theme": "dark", "single_keys": "on"})
    page = bob.get("/account/").text
    assert '<html lang="en-GB" data-theme="dark">' in page
    assert 'data-keys="on"' in page
    bob.post("/account/theme/", {"theme": "light"})
    assert saved(cast.bob).single_keys, "the switch of the theme touches nothing else"
    bob.post("/account/appearance/", {"theme": ""})
    assert "data-keys" not in bob.get("/account/").text


def test_a_theme_that_is_none_changes_nothing(bob, cast):
    bob.post("/account/theme/", {"theme": "neon"})
    assert saved(cast.bob).theme == ""


def test_the_theme_switch_goes_back_only_to_our_own_pages(bob):
    headers = {"Referer": "https://elsewhere.test/page"}
    answer = bob.post("/account/theme/", {"theme": "dark"}, headers=headers)
    assert answer.headers["Location"].startswith("/")


def test_a_token_is_shown_once_and_works(bob, cast, at):
    body = {"name": "Nightly", "scopes": ["goals:read"], "days": "30"}
    page = bob.post("/account/tokens/", body).text
    token = page.split("<code>qd_")[1].split("</code>")[0]
    assert token not in bob.get("/account/tokens/").text
    row = ApiToken.objects.get()
    assert (
        use_token(token=f"qd_{token}", scope="goals:read", at=row.created_at)
        == cast.bob
    )


def test_a_token_without_a_scope_is_refused(bob):
    answer = bob.post("/account/tokens/", {"name": "Nightly", "days": "30"})
    assert answer.status_code == 200
    assert not ApiToken.objects.exists()


def test_a_token_is_revoked_by_its_owner_alone(bob, cast, at, client, as_user):
    make_token(user=cast.bob, name="t", scopes=["goals:read"], at=at)
    url = f"/account/tokens/{ApiToken.objects.get().pk}/revoke/"
    assert as_user(cast.olga).post(url).status_code == 404
    assert as_user(cast.bob).get(url).status_code == 405
    assert as_user(cast.bob).post(url).status_code == 302
    assert ApiToken.objects.get().revoked_at is not None


def test_a_new_password_needs_a_link_before(bob):
    assert bob.get("/account/password/").status_code == 403
    assert bob.post("/account/password/", {"password": "x" * 12}).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_tokens(
    bob, cast, at, django_assert_max_num_queries
):
    for number in range(30):
        make_token(user=cast.bob, name=f"t{number}", scopes=["goals:read"], at=at)
    with django_assert_max_num_queries(10):
        bob.get("/account/tokens/")
