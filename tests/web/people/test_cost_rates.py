"""The cost rate on a person's page and the rates of a team."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.people.models import CostRate
from quarterdeck.domains.people.services import set_cost_rate


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def url(bob):
    return f"/people/{bob.pk}/"


@pytest.fixture
def rates(cast):
    return f"/people/teams/{cast.support.pk}/cost-rates/"


@pytest.fixture
def rated(cast, bob, at):
    return set_cost_rate(
        owner=bob,
        per_hour=Decimal("61.5"),
        starts_on=at.date(),
        note="with overhead",
        by=cast.alice,
        at=at,
    )


BODY = {"per_hour": "1250.5", "starts_on": "2026-01-01", "note": ""}


def test_a_leader_sets_a_rate_and_takes_it_back(as_user, cast, url):
    alice = as_user(cast.alice)
    text = alice.post(url + "cost-rates/set/", BODY, follow=True).text
    assert "1\u202f250.50\u00a0EUR" in text
    assert "Undo" in text
    rate = CostRate.objects.get()
    undo = f"{url}cost-rates/{rate.pk}/take-back/"
    assert undo in text
    text = alice.post(undo, follow=True).text
    assert "1\u202f250.50" not in text
    again = f"{url}cost-rates/{rate.pk}/restore/"
    assert again in text
    assert "1\u202f250.50\u00a0EUR" in alice.post(again, follow=True).text


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("alice", True),
        ("dana", True),
        ("bob", False),
        ("charlie", False),
        ("olga", False),
    ],
)
def test_only_leaders_find_the_rate_on_the_page(as_user, cast, url, rated, who, sees):
    text = as_user(getattr(cast, who)).get(url).text
    assert ("Cost rate" in text) is sees
    assert ("61.50" in text) is sees
    assert ("with overhead" in text) is sees


def test_whose_rate_is_not_seen_it_is_not_there_to_set(as_user, cast, url, rates):
    for who in (cast.bob, cast.charlie, cast.olga, cast.gwen):
        client = as_user(who)
        assert client.post(url + "cost-rates/set/", BODY).status_code == 404
        assert client.get(rates).status_code == 404
        assert client.post(rates + "set/", BODY).status_code == 404
    assert not CostRate.objects.exists()


def test_an_account_an_admin_opened_sees_no_rate_until_somebody_confirms_it(
    as_user, cast, url, rates, rated, at
):
    AccountOpening.objects.create(user=cast.alice, link_made_by=cast.olga, opened_at=at)
    alice = as_user(cast.alice)
    assert "61.50" not in alice.get(url).text
    for answer in (alice.get(rates), alice.post(url + "cost-rates/set/", BODY)):
        assert answer.status_code == 403
        assert "61.50" not in answer.text
    assert CostRate.objects.count() == 1


def test_reading_sets_nothing(as_user, cast, url, rates):
    alice = as_user(cast.alice)
    assert alice.get(url + "cost-rates/set/").status_code == 405
    assert alice.get(rates + "set/").status_code == 405
    assert alice.post(rates).status_code == 405


def test_an_amount_that_is_none_is_asked_for_again(as_user, cast, url):
    answer = as_user(cast.alice).post(
        url + "cost-rates/set/", {**BODY, "per_hour": "-1"}
    )
    assert answer.status_code == 422
    assert "greater than or equal to 0" in answer.text


def test_a_rate_of_somebody_else_is_not_taken_back_at_this_address(
    as_user, cast, rated, at
):
    charlie = cast.person(cast.charlie)
    wrong = f"/people/{charlie.pk}/cost-rates/{rated.pk}/take-back/"
    assert as_user(cast.dana).post(wrong).status_code == 404


def test_a_team_s_rate_is_told_where_it_comes_from(as_user, cast, url, rates):
    alice = as_user(cast.alice)
    assert "2 without a rate" in alice.get(rates).text  # Bob and Dora
    text = alice.post(rates + "set/", BODY, follow=True).text
    assert "everybody has one" in text
    assert "Support, since 1 Jan 2026" in text
    assert "taken over from" in alice.get(url).text
    text = alice.get(rates + "?missing=1").text
    assert "Everybody here has a cost rate" in text


def test_the_team_s_page_leads_to_its_rates_for_who_leads_it(as_user, cast, rates):
    page = f"/people/?team={cast.support.pk}"
    assert rates in as_user(cast.alice).get(page).text
    assert rates not in as_user(cast.olga).get(page).text


def test_rates_of_three_and_of_thirty_people_take_the_same_queries(
    as_user, cast, rates, at, django_assert_max_num_queries
):
    alice = as_user(cast.alice)
    alice.post(rates + "set/", BODY)
    counts = []
    for number in (1, 27):
        for n in range(number):
            cast._join(f"P{number}-{n}", cast.support)
        with django_assert_max_num_queries(25) as asked:
            assert "1\u202f250.50" in alice.get(rates).text
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_rate_to_come_is_listed_and_does_not_hold_yet(as_user, cast, url):
    alice = as_user(cast.alice)
    day = timezone.now().date() + timedelta(days=40)
    text = alice.post(
        url + "cost-rates/set/", {**BODY, "starts_on": day}, follow=True
    ).text
    assert "None yet" in text
    assert f"From {day.day} {day:%b %Y}" in text
