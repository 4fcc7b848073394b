"""What plans cost: the sum is what is shown, and nobody learns a rate they may not see."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.domains.people.services import set_cost_rate
from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.models import Proposal
from quarterdeck.domains.planning.rules import (
    part_of,
    rates_to_search_with,
    sum_of,
)
from quarterdeck.domains.planning.services.asking import question_for
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.shared.money import rounded
from tests.domains.planning.workshop import Workshop

UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
PEOPLE = st.integers(1, 8)
HALVES, CENTS = st.integers(0, 400), st.integers(0, 50_000)
HOURS = st.dictionaries(PEOPLE, HALVES.map(lambda n: Decimal(n) / 2), max_size=8)
RATES = st.dictionaries(PEOPLE, CENTS.map(lambda n: Decimal(n) / 100), max_size=8)


@UNHURRIED
@given(HOURS, RATES, st.none() | PEOPLE, st.sampled_from(["EUR", "JPY"]))
def test_the_sum_is_what_is_shown_for_each_and_no_hour_is_lost(
    hours, rates, apart, currency
):
    found = sum_of(hours, rates, apart=apart, currency=currency)
    shown = [
        rounded(each * rates[i], currency)
        for i, each in hours.items()
        if i in rates and i != apart
    ]
    assert found.amount == sum(shown)
    parts = found.hours + found.hours_without_rate + found.hours_apart
    assert parts == sum(hours.values())
    assert apart not in found.without_rate
    assert not set(found.without_rate) & set(rates)


@UNHURRIED
@given(HOURS, RATES, PEOPLE)
def test_one_s_own_rate_moves_no_sum_one_sees(hours, rates, me):
    one = sum_of(hours, {**rates, me: Decimal(7)}, apart=me, currency="EUR")
    other = sum_of(hours, {**rates, me: Decimal(900)}, apart=me, currency="EUR")
    assert one == other


@UNHURRIED
@given(st.sets(PEOPLE, min_size=1), RATES)
def test_a_missing_rate_is_searched_with_as_the_average_and_never_as_nothing(
    people, rates
):
    found = rates_to_search_with(people, rates)
    known = [float(rates[i]) for i in people if i in rates]
    if not known:
        assert found == {}
        return
    assert set(found) == people
    for i in people:
        expected = float(rates[i]) if i in rates else sum(known) / len(known)
        assert found[i] == pytest.approx(expected)


def test_a_task_of_nobody_costs_nothing_that_could_be_told():
    assert part_of([], Decimal(8), {}, apart=None, currency="EUR") is None


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def proposed(shop, by=None, **more) -> Proposal:
    by = by or shop.cast.alice
    proposal = services.propose_plan(
        team=shop.team, by=by, at=shop.at, seconds=1, **more
    )
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


@pytest.fixture
def rate(shop):
    def put(owner, per_hour, by=None):
        return set_cost_rate(
            owner=owner,
            per_hour=Decimal(per_hour),
            starts_on=shop.day(0),
            by=by or shop.cast.dana,
            at=shop.at,
        )

    return put


def costs(shop, proposal, who="alice"):
    user = getattr(shop.cast, who)
    return queries.costs_for(user=user, proposal=proposal)


def test_a_plan_s_cost_is_hours_times_rates_and_names_who_has_none(shop, rate):
    shop.task("Cook", 8, needs={"Cooking": 3})
    shop.skill(shop.mara, "Cooking", 4)
    shop.task("Serve", 6, needs={"Serving": 3})
    shop.skill(shop.bob, "Serving", 4)
    rate(shop.mara, "50.50")
    proposal = proposed(shop)
    found = costs(shop, proposal)
    after = found.sums["after"]
    assert (after.amount, after.hours) == (Decimal("404.00"), Decimal(8))
    assert (after.without_rate, after.hours_without_rate) == ((shop.bob.pk,), 6)
    assert found.sums["before"].hours == 0
    rows = {row.name: row for row in queries.people_in(found)}
    shown = [amount for row in rows.values() for _, amount in row.cells if amount]
    assert sum(shown) == after.amount
    assert rows["Bob"].rate is None
    by_task = {
        change.task.title: found.of_change(change)
        for change in queries.changes_of(proposal)
    }
    assert by_task["Cook"].after.amount == Decimal("404.00")
    assert by_task["Serve"].after.without_rate == (shop.bob.pk,)


def test_before_and_after_are_told_with_the_hours_they_are_for(shop, rate):
    start = shop.at.replace(hour=9)
    shop.task(
        "Cook",
        8,
        people=[shop.bob],
        planned_start=start,
        planned_end=start.replace(
            day=9, hour=17
        ),  # long, and still eight hours of work
    )
    rate(shop.team, 40)
    found = costs(shop, proposed(shop))
    assert found.sums["before"].amount == Decimal(320)
    assert found.sums["before"].hours == found.sums["after"].hours == 8


def test_nobody_is_told_a_cost_with_a_rate_in_it_that_they_may_not_see(shop, rate):
    shop.task("Cook", 8, people=[shop.bob])
    rate(shop.bob, 70)
    helper = shop.cast.person(shop.cast.charlie)
    shop.task("Help", 4, people=[helper])
    proposal = proposed(shop)
    found = costs(shop, proposal)
    assert (found.is_shown, found.hidden, dict(found.sums)) == (False, 1, {})
    assert queries.people_in(found) == []
    change = queries.changes_of(proposal).first()
    assert found.of_change(change) is None
    assert costs(shop, proposal, "dana").is_shown


def test_a_leader_s_own_hours_stand_apart(shop, rate):
    shop.task("Lead", 5, people=[shop.alice])
    shop.task("Cook", 8, people=[shop.bob])
    rate(shop.team, 40)
    proposal = proposed(shop)
    mine = costs(shop, proposal).sums["after"]
    assert (mine.amount, mine.hours, mine.hours_apart) == (320, 8, 5)
    above = costs(shop, proposal, "dana").sums["after"]
    assert (above.amount, above.hours_apart) == (520, 0)


def test_a_search_that_weighs_cost_knows_only_what_who_asked_may_see(shop, rate):
    shop.task("Cook", 8)
    rate(shop.bob, 70)
    rate(shop.alice, 500)
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1, weights={"cost": 1}
    )
    translation, _ = question_for(proposal)
    given = {int(p.id): p.cost_per_hour for p in translation.problem.people}
    assert set(given.values()) == {70}  # Alice and Mara count as the average
    proposal.delete()
    plain = services.propose_plan(
        team=shop.team, by=shop.cast.dana, at=shop.at, seconds=1
    )
    translation, _ = question_for(plain)
    assert {p.cost_per_hour for p in translation.problem.people} == {None}


def test_weighing_cost_takes_the_cheaper_and_tells_no_points(shop, rate):
    for person in (shop.bob, shop.mara, shop.alice):
        shop.skill(person, "Cooking", 3)
    rate(shop.team, 90)
    rate(shop.mara, 10)
    shop.task("Cook", 8, needs={"Cooking": 3})
    proposal = proposed(shop, weights={"cost": 5, "even_load": 0})
    (change,) = queries.changes_of(proposal)
    assert change.people_after == [shop.mara.pk]
    assert not any("costs least" in reason for reason in change.reasons)
    assert (proposal.objective, proposal.bound) == (None, None)
    for summary in (proposal.before, proposal.after):
        assert not {"terms", "objective"} & set(summary)


def test_a_what_if_is_compared_by_cost_too(shop, rate):
    for person in (shop.bob, shop.mara):
        shop.skill(person, "Cooking", 3)
    shop.task("Cook", 8, needs={"Cooking": 3})
    rate(shop.bob, 30)
    rate(shop.mara, 60)
    leaves = {
        "kind": "person_leaves",
        "person_id": shop.bob.pk,
        "on": shop.day(0),
    }
    scenario = services.suppose_and_plan(
        name="Bob leaves",
        team=shop.team,
        adjustments=[leaves],
        by=shop.cast.alice,
        at=shop.at,
        seconds=5,
    )
    proposal = scenario.proposals.get()
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    sums = costs(shop, proposal).sums
    assert list(sums) == ["before", "without", "after"]
    assert sums["after"].amount == Decimal(480)
    assert sums["without"].amount in (Decimal(240), Decimal(480))
