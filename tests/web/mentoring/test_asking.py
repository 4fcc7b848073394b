"""From a wish to an agreed pair, on the pages."""

import pytest

from quarterdeck.domains.mentoring.models import (
    MentorOffer,
    Mentorship,
    MentorWish,
)
from tests.web.counting import queries_of

ASK = {
    "goal": "Bake for forty",
    "starts_on": "2026-06-01",
    "ends_on": "2026-11-30",
    "weeks": "3",
}


def test_from_a_wish_to_a_pair(as_user, cast, room):
    client = as_user(cast.bob)
    MentorWish.objects.all().delete()
    answer = client.post("/mentoring/wishes/add/", {"skill": room.baking.pk})
    page = client.get(answer.headers["Location"]).text
    assert "Charlie" in page and "2 above" in page
    wish, charlie = MentorWish.objects.get(), cast.person(cast.charlie)
    ask = f"/mentoring/wishes/{wish.pk}/ask/{charlie.pk}/"
    assert client.post(ask, {**ASK, "ends_on": "2026-05-01"}).status_code == 422
    client.post(ask, ASK)
    pair = Mentorship.objects.get()
    assert "Charlie has not answered yet" in client.get("/mentoring/").text
    client = as_user(cast.charlie)
    assert "You are asked to mentor Bob" in client.get("/").text
    assert "Bake for forty" in client.get(f"/mentoring/{pair.pk}/").text
    client.post(f"/mentoring/{pair.pk}/agree/")
    assert Mentorship.objects.get().is_running
    assert "Whom you mentor" in client.get("/mentoring/").text


def test_an_offer_is_made_withdrawn_and_put_back(as_user, cast, room):
    client = as_user(cast.alice)
    assert "Baking" in client.get("/mentoring/offer/").text
    body = {"capacity": "2", "skills": [room.baking.pk], "since": "2026-06-01"}
    assert client.post("/mentoring/offer/", {"capacity": "99"}).status_code == 422
    client.post("/mentoring/offer/", body)
    offer = MentorOffer.objects.get(person=cast.person(cast.alice))
    assert offer.capacity == 2
    told = client.post("/mentoring/offer/withdraw/", follow=True).text
    assert "/mentoring/offer/restore/" in told
    client.post("/mentoring/offer/restore/")
    offer.refresh_from_db()
    assert offer.withdrawn_at is None


def test_a_wish_is_edited_withdrawn_and_put_back(as_user, cast, room):
    client, here = as_user(cast.bob), f"/mentoring/wishes/{room.wish.pk}/"
    both = {"skill": room.baking.pk, "theme": "Bread"}
    assert client.post(f"{here}edit/", both).status_code == 422
    client.post(f"{here}edit/", {"theme": "Bread", "version": "1"})
    stale = client.post(f"{here}edit/", {"theme": "Rolls", "version": "1"})
    assert stale.status_code == 409
    assert f"{here}restore/" in client.post(f"{here}withdraw/", follow=True).text
    client.post(f"{here}restore/")
    assert "Bread" in client.get("/mentoring/").text


def test_leaders_read_a_wish_and_change_nothing(as_user, cast, room):
    client, here = as_user(cast.alice), f"/mentoring/wishes/{room.wish.pk}/"
    assert "For the wish of Bob" in client.get(f"{here}mentors/").text
    charlie = cast.person(cast.charlie)
    for path in ("edit/", f"ask/{charlie.pk}/"):
        assert client.get(f"{here}{path}").status_code == 403
    assert client.post(f"{here}withdraw/").status_code == 403


@pytest.mark.parametrize("who", ["charlie", "olga", "gwen"])
def test_others_find_no_wish(as_user, cast, room, who):
    client, here = as_user(getattr(cast, who)), f"/mentoring/wishes/{room.wish.pk}/"
    assert client.get(f"{here}mentors/").status_code == 404
    assert client.get(f"{here}edit/").status_code == 404
    assert client.post(f"{here}withdraw/").status_code == 404


def test_a_guest_takes_no_part(as_user, cast, db):
    client = as_user(cast.gwen)
    assert "Wish for a mentor" not in client.get("/mentoring/").text
    assert client.get("/mentoring/offer/").status_code == 403
    assert client.get("/mentoring/wishes/add/").status_code == 403
    assert client.post("/mentoring/offer/withdraw/").status_code == 404


def test_a_first_visit_says_what_to_do(as_user, cast, db):
    page = as_user(cast.dana).get("/mentoring/").text
    assert "Say in what you would like a mentor" in page
    assert "Offer to mentor" in page


def test_pages_cost_the_same_with_many(as_user, cast, at, room, ask):
    from quarterdeck.domains.mentoring import services

    pages = ["/mentoring/", f"/mentoring/wishes/{room.wish.pk}/mentors/", "/"]
    client = as_user(cast.bob)

    def grow(number):
        user = cast._join(f"Mia {number}", cast.kitchen)
        person = cast.person(user)
        person.skills.create(
            skill=room.baking,
            level=5,
            assessed_on=at.date(),
            created_at=at,
            updated_at=at,
        )
        usual = {"capacity": 3, "skills": [room.baking], "themes": "More"}
        services.offer_mentoring(**usual, since=at.date(), by=user, at=at)
        wish = services.wish_for_mentor(theme=f"T {number}", by=cast.bob, at=at)
        if number < 8:
            ask(user, wish=wish)

    grow(0)
    for page in pages:
        client.get(page)
    few = [queries_of(client, page) for page in pages]
    for number in range(1, 7):
        grow(number)
    assert [queries_of(client, page) for page in pages] == few
