"""The whole way: a link for a lost password, a closed door, one act, an open door."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.accounts.services import NothingToConfirm, make_one_time_link
from quarterdeck.web.shell.private import private_room


@pytest.fixture
def bob(client, cast, at, now):
    """Bob came in by a link that Olga made."""
    token = make_one_time_link(user=cast.bob, by=cast.olga, at=now)
    client.post(reverse("sign_in:by_link", args=[token]))
    return client


@pytest.fixture
def now():
    from django.utils import timezone

    return timezone.now()


@pytest.fixture
def url(cast):
    return reverse("people:confirm", args=[cast.person(cast.bob).pk])


def opening():
    return AccountOpening.objects.latest("id")


def browser_of(user):
    client = Client()
    client.force_login(
        user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_the_person_is_told_what_is_closed_why_and_who_can_open_it(bob):
    assert "Your private rooms are closed" in bob.get("/").text
    page = bob.get(reverse("account:private_rooms")).text
    assert "Closed until somebody confirms that it is you" in page
    assert "a link that Olga made" in page
    assert "Alice" in page and "Dana" in page and "Charlie" not in page


def test_it_outlives_the_new_password_and_the_session(bob, cast):
    bob.post(reverse("account:new_password"), {"password": "a harbour at night"})
    again = Client()
    again.post(
        reverse("account_login"),
        {"login": "bob@acme.test", "password": "a harbour at night"},
    )
    assert "Closed until" in again.get(reverse("account:private_rooms")).text


def test_a_leader_is_asked_and_confirms_with_one_act(bob, cast, url):
    alice = browser_of(cast.alice)
    assert "Is it really Bob?" in alice.get("/").text
    assert "Confirm that this is Bob" in alice.get(url).text
    answer = alice.post(url, {"opening": opening().pk})
    assert answer.status_code == 302
    assert (
        "Your private rooms are open" in bob.get(reverse("account:private_rooms")).text
    )
    assert "Is it really Bob?" not in alice.get("/").text
    assert alice.get(url).status_code == 404


@pytest.mark.parametrize("who", ["charlie", "olga", "gwen", "bob"])
def test_nobody_else_finds_the_page(bob, cast, url, who):
    user = User.objects.get(pk=getattr(cast, who).pk)
    browser = browser_of(user)
    assert browser.get(url).status_code == 404
    assert browser.post(url, {"opening": opening().pk}).status_code == 404
    assert not private_rooms_are_open(User.objects.get(pk=cast.bob.pk))


def test_an_older_opening_is_not_confirmed(bob, cast, url, now):
    old = opening().pk
    later = now + timedelta(minutes=1)
    AccountOpening.objects.create(user=cast.bob, opened_at=later)
    answer = browser_of(cast.alice).post(url, {"opening": old})
    assert answer.status_code == 409


def test_a_second_factor_from_before_needs_no_confirmation(client, cast, now):
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.totp.internal.auth import (
        TOTP,
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    secret = "JBSWY3DPEHPK3PXP"
    Authenticator.objects.create(
        user=cast.bob,
        type="totp",
        data={"secret": get_adapter().encrypt(secret)},
        created_at=now - timedelta(days=1),
    )
    assert TOTP
    token = make_one_time_link(user=cast.bob, by=cast.olga, at=now)
    answer = client.post(reverse("sign_in:by_link", args=[token]))
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert not private_rooms_are_open(User.objects.get(pk=cast.bob.pk))
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert private_rooms_are_open(User.objects.get(pk=cast.bob.pk))
    assert AccountOpening.objects.get().proof == "second_factor"


def test_a_view_of_a_private_room_says_why_it_is_closed(bob, cast, rf, now):
    view = private_room(lambda request: HttpResponse("the notes"))
    for user, status in ((cast.alice, 200), (cast.bob, 403)):
        request = rf.get("/")
        request.user, request.now, request.htmx = (
            User.objects.get(pk=user.pk),
            now,
            False,
        )
        request.resolver_match = None
        answer = view(request)
        assert answer.status_code == status
        assert (b"the notes" in answer.content) is (status == 200)


def test_the_operator_opens_them_by_a_command(bob, cast, capsys):
    call_command("confirm_account", "bob@acme.test")
    assert "of Bob are open again" in capsys.readouterr().out
    assert private_rooms_are_open(User.objects.get(pk=cast.bob.pk))
    with pytest.raises((NothingToConfirm, CommandError)):
        call_command("confirm_account", "bob@acme.test")
