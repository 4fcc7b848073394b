"""The list, the page of one occasion, the rotation, handing over, looking back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quarterdeck.domains.occasions import services
from quarterdeck.domains.occasions.models import Debrief, Occasion, Turn
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db
INDEX = reverse("occasions:index")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def occasion(cast, now):
    return services.set_up_occasion(
        team=cast.support,
        title="Monday round",
        first_on=timezone.localdate(now),
        by=cast.alice,
        at=now,
    )


@pytest.fixture
def turn(cast, now, occasion):
    """Bob leads it today."""
    (turn,) = services.name_turn(
        occasion=occasion,
        on=timezone.localdate(now),
        part="leads",
        person=cast.person(cast.bob),
        by=cast.alice,
        at=now,
    )
    return turn


def at(name, record):
    return reverse(f"occasions:{name}", args=[record.pk])


def named(cast, user):
    return f"{user.name} · #{cast.person(user).pk}"


def test_setting_up_and_the_empty_state(as_user, cast, now):
    browser = as_user(cast.bob)
    assert "Start with the meeting" in browser.get(INDEX).text
    form = {"title": "Demo", "team": cast.support.pk, "kind": "review", "weeks": "2"}
    form["first_on"] = str(timezone.localdate(now))
    answer = browser.post(reverse("occasions:set_up"), form)
    assert answer.headers["Location"] == at("show", Occasion.objects.get())
    page = browser.get(INDEX).text
    assert "Demo" in page and "nobody named yet" in page and "every 2 weeks" in page


def test_a_team_of_others_is_no_choice(as_user, cast, now):
    form = {"title": "T", "team": cast.kitchen.pk, "kind": "meeting", "weeks": "1"}
    form["first_on"] = str(timezone.localdate(now))
    answer = as_user(cast.bob).post(reverse("occasions:set_up"), form)
    assert answer.status_code == 200 and not Occasion.objects.exists()


def test_the_team_reads_and_its_leader_arranges(as_user, cast, occasion, turn):
    page = as_user(cast.bob).get(at("show", occasion)).text
    assert "Who else could lead this?" in page and "Hand over" in page
    assert "Name somebody" not in page
    assert "Name somebody" in as_user(cast.alice).get(at("show", occasion)).text
    for user, status in ((cast.charlie, 404), (cast.gwen, 404), (cast.olga, 404)):
        assert as_user(user).get(at("show", occasion)).status_code == status
    assert as_user(cast.bob).get(at("edit", occasion)).status_code == 403
    assert as_user(cast.bob).get(at("end", occasion)).status_code == 405


def test_naming_by_hand_tells_what_is_wrong(as_user, cast, occasion):
    browser = as_user(cast.alice)
    form = {"part": "leads", "person": "Nobody", "times": "1", "on": "soon"}
    answer = browser.post(at("name_turn", occasion), form)
    assert answer.status_code == 422 and "There is nobody of this name" in answer.text
    form |= {"person": named(cast, cast.bob), "on": str(occasion.first_on)}
    browser.post(at("name_turn", occasion), form)
    assert Turn.objects.get().person.name == "Bob"


def test_the_rotation_proposes_and_is_taken(as_user, cast, now, occasion):
    today = timezone.localdate(now)
    monday = today + timedelta(days=7 - today.weekday())  # nobody works on a Sunday
    services.edit_occasion(
        occasion=occasion, changes={"first_on": monday}, by=cast.alice, at=now
    )
    browser = as_user(cast.alice)
    assert "Take the proposals" not in browser.get(at("show", occasion)).text
    browser.post(at("say_willing", occasion), {"willing": "yes"})
    page = browser.get(at("show", occasion)).text
    assert "The rotation proposes <b>Alice</b>: has not led it yet" in page
    browser.post(at("fill_turns", occasion))
    assert {one.person.name for one in Turn.objects.all()} == {"Alice"}
    assert "rotation: had not led it yet" in browser.get(at("show", occasion)).text


def test_handing_over_waits_for_the_answer(as_user, cast, occasion, turn):
    offer = {"to": named(cast, cast.alice), "note": "Your topic"}
    assert as_user(cast.alice).get(at("offer_turn", turn)).status_code == 403
    answer = as_user(cast.bob).post(at("offer_turn", turn), offer, follow=True)
    assert "Until the answer it stays yours" in answer.text
    browser = as_user(cast.alice)
    assert "Bob offers you a turn: Monday round" in browser.get("/").text
    page = browser.get(at("show", occasion)).text
    assert "Your topic" in page and "Accept" in page
    browser.post(at("accept_turn", turn))
    assert Turn.objects.get().person.name == "Alice"
    page = browser.get(reverse("occasions:mine")).text
    assert "1 of 1 date with you" in page
    card = browser.get(reverse("people:show", args=[cast.person(cast.alice).pk]))
    assert "Monday round" in card.text


def test_looking_back_is_for_whom_it_names(as_user, cast, occasion, turn):
    browser = as_user(cast.bob)
    assert at("write_debrief", turn) in browser.get(at("show", occasion)).text
    words = {"went_well": "Short and warm", "otherwise": "", "reader": ""}
    browser.post(at("write_debrief", turn), words)
    debrief = Debrief.objects.get()
    assert "Short and warm" in browser.get(at("show", occasion)).text
    browser = as_user(cast.alice)
    assert "Short and warm" not in browser.get(at("show", occasion)).text
    assert browser.get(at("edit_debrief", debrief)).status_code == 404
    as_user(cast.bob).post(at("remove_debrief", debrief))
    assert not Debrief.objects.exists()


def test_the_pages_cost_the_same_for_few_and_many(as_user, cast, now, occasion, turn):
    browser = as_user(cast.alice)
    pages = [INDEX, at("show", occasion), reverse("occasions:mine")]
    for page in pages:
        browser.get(page)
    few = [queries_of(browser, page) for page in pages]
    for number in range(30):
        more = services.set_up_occasion(
            team=cast.support,
            title=f"More {number}",
            first_on=occasion.first_on,
            by=cast.alice,
            at=now,
        )
        services.name_turn(
            occasion=more,
            on=occasion.first_on,
            part="leads",
            person=cast.person(cast.alice),
            by=cast.alice,
            at=now,
        )
    services.name_turn(
        occasion=occasion,
        on=occasion.first_on + timedelta(weeks=1),
        part="leads",
        person=cast.person(cast.alice),
        times=20,
        by=cast.alice,
        at=now,
    )
    many = [queries_of(browser, page) for page in pages]
    assert many[0] == few[0]
    # Nothing is asked about proposals where all dates are taken, nor of nobody's turns.
    assert many[1] <= few[1] and many[2] - few[2] <= 1
