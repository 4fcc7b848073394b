"""Every page of allauth that is used stands in our frame; the others are not there."""

import re

import pytest
from django.urls import reverse

from quarterdeck.domains.accounts.services import make_one_time_link
from quarterdeck.web.sign_in.views import WITHOUT_MAIL

PASSWORD = "a harbour at night"
INLINE = re.compile(
    r"<script(?![^>]*\b(src=|application/json))|\sstyle=|\son[a-z]+=", re.I
)
ANONYMOUS = ["account_login", "account_reset_password", "account_inactive"]
ANONYMOUS += ["account_reset_password_done", "account_reset_password_from_key_done"]
OWN = ["account_change_password", "usersessions_list", "mfa_index", "account_logout"]
OWN += ["mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp"]
OWN += ["account_reauthenticate"]
CLOSED = ["account_signup", "account_email", "account_email_verification_sent"]


@pytest.fixture
def alice(client, cast):
    cast.alice.set_password(PASSWORD)
    cast.alice.save()
    return cast.alice


def sign_in(client, email="alice@acme.test", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


@pytest.mark.parametrize("name", ANONYMOUS)
def test_pages_before_the_door(client, cast, name):
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert 'class="door"' in answer.text
    assert not INLINE.search(answer.text)


@pytest.mark.parametrize("name", OWN)
def test_pages_of_ones_own(client, alice, name):
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert 'class="app"' in answer.text or 'class="door"' in answer.text
    assert not INLINE.search(answer.text)


@pytest.mark.parametrize("name", OWN)
def test_nobody_reaches_them_without_signing_in(client, cast, name):
    answer = client.get(reverse(name))
    assert answer.status_code in (302, 404)


@pytest.mark.parametrize("name", CLOSED)
def test_nobody_signs_up_by_themselves(client, cast, name):
    assert client.get(reverse(name)).status_code == 404
    assert client.post(reverse(name), {"email": "x@y.test"}).status_code == 404


def test_the_password_signs_in(client, alice):
    answer = sign_in(client)
    assert answer.headers["Location"] == "/"
    assert client.get("/account/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_look_the_same(client, alice):
    def told(answer):
        return re.findall(r'class="problem"[^>]*>([^<]*)', answer.text)

    wrong = told(sign_in(client, password="not this one"))
    unknown = told(sign_in(client, email="nobody@acme.test"))
    assert wrong == unknown != []


def test_attempts_are_counted_and_stopped(client, alice):
    for _ in range(5):
        sign_in(client, password="not this one")
    answer = sign_in(client)
    assert answer.status_code == 200, "the right password is too late now"
    assert "Too many" in answer.text
    assert client.get("/account/").status_code == 302


def test_a_closed_account_is_told_nothing_new(client, alice):
    alice.is_active = False
    alice.save()
    answer = sign_in(client)
    assert client.get("/account/").status_code == 302
    assert answer.status_code in (200, 302)


def test_a_lost_password_is_replaced_by_way_of_a_link(client, alice, at):
    from django.utils import timezone

    token = make_one_time_link(user=alice, at=timezone.now())
    url = reverse("sign_in:by_link", args=[token])
    assert client.get(url).status_code == 200
    assert client.get("/account/").status_code == 302, "looking spends nothing"
    assert client.post(url).status_code == 302
    page = reverse("account:new_password")
    assert client.get(page).status_code == 200
    client.post(page, {"password": "another harbour by day"})
    assert client.get("/account/").status_code == 200, "this session goes on"
    assert client.get(page).status_code == 403, "once"
    client.post(reverse("account_logout"))
    assert sign_in(client, password="another harbour by day").headers["Location"] == "/"


def test_a_link_does_not_replace_the_second_step(client, alice):
    from allauth.mfa.totp.internal.auth import TOTP
    from django.utils import timezone

    TOTP.activate(alice, "JBSWY3DPEHPK3PXP")
    token = make_one_time_link(user=alice, at=timezone.now())
    answer = client.post(reverse("sign_in:by_link", args=[token]))
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert client.get("/account/").status_code == 302
    page = client.get(reverse("mfa_authenticate"))
    assert "One more step" in page.text
    assert not INLINE.search(page.text)


def test_without_a_mail_server_the_page_says_whom_to_ask(client, cast, settings):
    settings.EMAIL_BACKEND = WITHOUT_MAIL
    page = client.get(reverse("account_reset_password"))
    assert "sends no e-mail" in page.text
    assert "<form" not in page.text


def test_with_a_mail_server_known_and_unknown_addresses_look_the_same(
    client, alice, settings, mailoutbox
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    page = reverse("account_reset_password")
    known = client.post(page, {"email": "alice@acme.test"})
    unknown = client.post(page, {"email": "nobody@acme.test"})
    assert known.headers["Location"] == unknown.headers["Location"]
    assert ["alice@acme.test"] in [mail.to for mail in mailoutbox]


def test_signing_out_elsewhere_ends_the_other_session(client, alice):
    from django.test import Client

    other = Client()
    sign_in(other)
    sign_in(client)
    page = client.get(reverse("usersessions_list"))
    assert "Sign out elsewhere" in page.text
    client.post(reverse("usersessions_list"))
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302
