"""The page that tells what goes, and the three acts on it."""

import re
from datetime import timedelta

import pytest

from quarterdeck.domains.erasure.models import Erasure
from quarterdeck.domains.erasure.services import ask_for_erasure
from quarterdeck.domains.one_on_ones.services import start_pair
from quarterdeck.domains.people.services import archive_person


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def page(bob):
    return f"/forget/{bob.pk}/"


@pytest.fixture
def wish(cast, at, bob):
    return ask_for_erasure(person=bob, name="Bob", by=cast.bob, at=at)


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_person_comes_to_their_own_page_from_the_account(as_user, cast, page):
    client = as_user(cast.bob)
    assert "/forget/me/" in client.get("/account/data/").content.decode()
    answer = client.get("/forget/me/", follow=True)
    assert answer.redirect_chain == [(page, 302)]
    assert "Be forgotten" in text(answer) and "Ask to be forgotten" in text(answer)


def test_they_ask_by_typing_their_name(as_user, cast, page, at):
    client = as_user(cast.bob)
    assert client.post(f"{page}ask/", {"name": "Rob"}).status_code == 409
    assert not Erasure.objects.exists()
    answer = client.post(f"{page}ask/", {"name": "Bob"}, follow=True)
    assert "Nothing happens until an admin begins it" in text(answer)
    assert Erasure.objects.get().asked_by == cast.bob


def test_an_empty_name_is_asked_for_again(as_user, cast, page):
    answer = as_user(cast.bob).post(f"{page}ask/", {"name": ""})
    assert "This field is required" in text(answer)


def test_an_admin_begins_it_and_everybody_concerned_can_take_it_back(
    as_user, cast, wish, page
):
    client = as_user(cast.olga)
    assert "Bob" in text(client.get("/forget/"))
    answer = client.post(
        f"/forget/wishes/{wish.pk}/begin/", {"name": "Bob"}, follow=True
    )
    assert "Until that day everything is as it was" in text(answer)
    answer = as_user(cast.bob).post(f"/forget/wishes/{wish.pk}/take-back/", follow=True)
    assert "nothing will be forgotten" in text(answer)
    assert Erasure.objects.get().standing == "taken_back"


def test_who_asked_does_not_begin(as_user, cast, wish):
    client = as_user(cast.bob)
    answer = client.post(f"/forget/wishes/{wish.pk}/begin/", {"name": "Bob"})
    assert answer.status_code == 403


def test_a_leader_sees_no_number_of_what_is_private(as_user, cast, at, bob, page):
    start_pair(person=bob, by=cast.alice, at=at)
    mine = text(as_user(cast.bob).get(page))
    assert "1:1 spaces, with everything in them, for both 1" in mine
    theirs = text(as_user(cast.alice).get(page))
    assert "How much stands there, Bob alone can see" in theirs
    assert "for both 1" not in theirs


def test_a_leader_asks_once_the_person_has_left(as_user, cast, at, bob, page):
    client = as_user(cast.alice)
    assert "has not left, so only they can ask" in text(client.get(page))
    last = (at - timedelta(days=9)).date()
    archive_person(person=bob, ends_on=last, by=cast.alice, at=at)
    assert f'href="{page}"' in client.get(f"/people/{bob.pk}/").content.decode()
    client.post(f"{page}ask/", {"name": "Bob"})
    assert Erasure.objects.get().asked_by == cast.alice


def test_strangers_guests_and_the_wrong_method(as_user, cast, page, wish):
    assert as_user(cast.charlie).get(page).status_code == 403
    assert as_user(cast.gwen).get(page).status_code == 404
    assert as_user(cast.alice).get("/forget/").status_code == 403
    assert as_user(cast.charlie).get(f"/forget/wishes/{wish.pk}/").status_code == 404
    client = as_user(cast.olga)
    for path in (f"{page}ask/", f"/forget/wishes/{wish.pk}/begin/"):
        assert client.get(path).status_code == 405
    assert client.post("/forget/").status_code == 405


def test_a_list_of_wishes_costs_the_same_with_thirty(
    as_user, cast, at, django_assert_max_num_queries, wish
):
    client = as_user(cast.olga)
    client.get("/forget/")
    rows = [Erasure(person_number=n, asked_at=at) for n in range(30)]
    with django_assert_max_num_queries(20) as few:
        client.get("/forget/")
    Erasure.objects.bulk_create(rows)
    with django_assert_max_num_queries(len(few)):
        client.get("/forget/")
