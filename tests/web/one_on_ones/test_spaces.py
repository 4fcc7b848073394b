"""The list of 1:1s, the space of two people, and who is let in."""

import pytest
from django.urls import reverse

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.models import Pair

INDEX = reverse("one_on_ones:index")
STRANGERS = ("dana", "charlie", "olga", "gwen")


def address(pair, name="space"):
    return reverse(f"one_on_ones:{name}", args=[pair.pk])


@pytest.mark.parametrize(("who", "other"), [("alice", "Bob"), ("bob", "Alice")])
def test_leader_and_member_see_the_same_space(as_user, cast, pair, who, other):
    browser = as_user(getattr(cast, who))
    assert other in browser.get(INDEX).text
    page = browser.get(address(pair)).text
    for part in ("To talk about", "Our notes", "My notes", "Promises", "Open the 1:1"):
        assert part in page
    assert f"{other} and you" in page


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_gets_404(as_user, cast, pair, who):
    assert as_user(getattr(cast, who)).get(address(pair)).status_code == 404


def test_nobody_signed_in_is_led_to_the_door(client, pair):
    assert client.get(address(pair)).status_code == 302


def test_a_wrong_method_is_405(as_user, cast, pair):
    assert as_user(cast.bob).get(address(pair, "skip")).status_code == 405
    assert as_user(cast.bob).post(address(pair)).status_code == 405


def test_a_guest_does_not_begin(as_user, cast):
    browser = as_user(cast.gwen)
    assert browser.get(INDEX).status_code == 200
    assert browser.get(reverse("one_on_ones:start")).status_code == 403


def test_an_account_in_doubt_is_told_why(as_user, cast, pair, now):
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=now)
    answer = as_user(cast.bob).get(address(pair))
    assert answer.status_code == 403
    assert "Closed until somebody confirms" in answer.text and "Alice" in answer.text
    part = as_user(cast.bob).get(address(pair), headers={"HX-Request": "true"})
    assert part.status_code == 403


def test_beginning_and_the_empty_state(as_user, cast):
    browser = as_user(cast.alice)
    page = browser.get(INDEX).text
    assert "Here stands each person" in page and "Start 1:1s with Bob" in page
    form = {"person": f"Bob · #{cast.person(cast.bob).pk}", "weeks": "1"}
    answer = browser.post(reverse("one_on_ones:start"), form)
    assert answer.headers["Location"] == address(Pair.objects.get())


def test_a_persons_page_leads_to_the_space_or_to_beginning_one(as_user, cast, pair):
    bob, charlie = cast.person(cast.bob), cast.person(cast.charlie)
    browser = as_user(cast.alice)
    link = reverse("one_on_ones:with", args=[bob.pk])
    assert link in browser.get(reverse("people:show", args=[bob.pk])).text
    assert browser.get(link).headers["Location"] == address(pair)
    answer = browser.get(reverse("one_on_ones:with", args=[charlie.pk]))
    assert answer.headers["Location"].endswith(f"/start/?person={charlie.pk}")


def test_asking_and_agreeing(client, as_user, cast):
    form = {"person": f"Charlie · #{cast.person(cast.charlie).pk}", "weeks": "2"}
    as_user(cast.bob).post(reverse("one_on_ones:start"), form)
    pair = Pair.objects.get()
    assert "has not answered" in client.get(INDEX).text
    browser = as_user(cast.charlie)
    assert "asks you to meet" in browser.get(INDEX).text
    assert browser.post(address(pair, "agree")).status_code == 302
    assert "Open the 1:1" in browser.get(address(pair)).text


def test_ending_can_be_taken_back(as_user, cast, pair):
    browser = as_user(cast.bob)
    browser.post(address(pair, "end"))
    page = browser.get(INDEX).text
    assert address(pair, "restore") in page
    assert "Open the 1:1" not in browser.get(address(pair)).text
    browser.post(address(pair, "restore"))
    assert "Open the 1:1" in browser.get(address(pair)).text


def test_holding_a_meeting(as_user, cast, pair):
    browser = as_user(cast.bob)
    browser.post(address(pair, "open"))
    page = browser.get(address(pair)).text
    assert "Your 1:1 is open since" in page and "Close the 1:1" in page
    browser.post(address(pair, "use_coaching"), {"use": "on"})
    assert "Where do you stand today?" in browser.get(address(pair)).text
    assert "Everything was talked about" in browser.get(address(pair, "close")).text
    browser.post(address(pair, "close"), {"next_on": "", "next_time": ""})
    past = pair.meetings.get(closed_at__isnull=False)
    shown = browser.get(reverse("one_on_ones:meeting", args=[past.pk]))
    assert "Talked about" in shown.text
    assert f"/meetings/{past.pk}/" in browser.get(address(pair, "past")).text


def test_a_wrong_day_is_told_beside_its_field(as_user, cast, pair):
    answer = as_user(cast.bob).post(address(pair, "move"), {"next_on": "soon"})
    assert answer.status_code == 200 and "Enter a valid date" in answer.text


def test_the_space_costs_the_same_for_few_and_many(
    as_user, cast, pair, now, django_assert_max_num_queries
):
    browser = as_user(cast.bob)
    browser.get(address(pair))
    with django_assert_max_num_queries(60) as few:
        browser.get(address(pair))
    for number in range(30):
        services.add_topic(pair=pair, text=f"T{number}", by=cast.bob, at=now)
        services.make_promise(
            pair=pair,
            promiser=cast.person(cast.bob),
            text="P",
            due_on=now.date(),
            by=cast.bob,
            at=now,
        )
    with django_assert_max_num_queries(len(few)):
        browser.get(address(pair))
