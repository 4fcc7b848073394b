"""Cost on the screens of a plan, and the page of the records behind it."""

from decimal import Decimal

import pytest

from quarterdeck.domains.people.services import set_cost_rate
from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def proposal(shop):
    shop.task("Cook", 8, people=[shop.bob])
    shop.task("Serve", 6, people=[shop.mara])
    set_cost_rate(
        owner=shop.bob,
        per_hour=Decimal("150.5"),
        starts_on=shop.day(0),
        by=shop.cast.alice,
        at=shop.at,
    )
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1
    )
    solve_proposal.call(proposal_id=proposal.pk)
    return proposal


def test_a_proposal_says_what_it_costs_and_what_is_not_in_that(as_user, cast, proposal):
    alice = as_user(cast.alice)
    text = alice.get(f"/plan/proposals/{proposal.pk}/").text
    assert "1\u202f204.00\u00a0EUR" in text
    assert "1 person without a cost rate" in text
    assert "up to 6 h are not in the cost" in text
    page = f"/plan/proposals/{proposal.pk}/cost/"
    assert page in text
    text = alice.get(page).text
    assert "150.50\u00a0EUR" in text
    assert text.index("Mara") < text.index("Bob")  # who has no rate comes first
    assert "no rate" in text


def test_who_may_not_see_a_rate_is_told_why_there_is_no_cost(
    as_user, cast, shop, proposal, at
):
    carl = cast._join("Carl", cast.kitchen)
    person = cast.person(carl)
    shop.task("Help", 4, people=[person])
    other = services.propose_plan(team=shop.team, by=cast.alice, at=at, seconds=1)
    solve_proposal.call(proposal_id=other.pk)
    for page in ("", "cost/"):
        text = as_user(cast.alice).get(f"/plan/proposals/{other.pk}/{page}").text
        assert "Cost is not shown" in text
        assert "EUR" not in text
    assert "EUR" in as_user(cast.dana).get(f"/plan/proposals/{other.pk}/").text


@pytest.mark.parametrize("who", ["bob", "charlie", "olga", "gwen"])
def test_the_cost_of_a_plan_one_may_not_see_is_not_there(as_user, cast, proposal, who):
    client = as_user(getattr(cast, who))
    assert client.get(f"/plan/proposals/{proposal.pk}/cost/").status_code == 404


def test_a_cost_is_only_read(as_user, cast, proposal):
    answer = as_user(cast.alice).post(f"/plan/proposals/{proposal.pk}/cost/")
    assert answer.status_code == 405


def test_saving_cost_is_one_of_the_aims(as_user, cast):
    text = as_user(cast.alice).get("/plan/").text
    assert "Save cost" in text
    assert 'name="cost"' in text


def test_three_and_thirty_people_take_the_same_queries(
    as_user, cast, shop, at, django_assert_max_num_queries
):
    counts = []
    alice = as_user(cast.alice)
    for number in (3, 27):
        for n in range(number):
            shop.task(f"T{number}-{n}", 2, people=[shop.person(f"P{number}-{n}")])
        made = services.propose_plan(team=shop.team, by=cast.alice, at=at, seconds=1)
        solve_proposal.call(proposal_id=made.pk)
        with django_assert_max_num_queries(20) as asked:
            assert alice.get(f"/plan/proposals/{made.pk}/cost/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
