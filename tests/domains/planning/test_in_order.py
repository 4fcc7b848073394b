"""Aims in strict order, from asking to what is kept of them."""

import pytest

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def made(shop, **how):
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1, **how
    )
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


@pytest.mark.parametrize(
    "order", [("fame",), ("cost", "cost"), ("unplaced",), ("cost", "growth", "x", "y")]
)
def test_an_order_of_what_is_no_aim_is_refused(shop, order):
    with pytest.raises(services.NoSuchOrder):
        services.propose_plan(
            team=shop.team, by=shop.cast.alice, at=shop.at, order=order
        )


def test_each_aim_is_told_with_how_good_it_is(shop):
    shop.task("Cook", 8, deadline=shop.day(4))
    shop.task("Bake", 8)
    proposal = made(shop, order=("lateness", "makespan"))
    assert (proposal.order, proposal.gap) == (["lateness", "makespan"], None)
    first, second, rest = proposal.aims
    assert (first["name"], first["amount"], first["proven"]) == ("lateness", 0.0, True)
    assert (second["name"], rest["name"]) == ("makespan", "weights")
    told = queries.aims_in_words(proposal.aims)
    assert told[0] == "Meet deadlines: proven, no plan does better."
    assert queries.order_in_words(proposal.order) == "Meet deadlines, then Finish early"


def test_an_order_with_cost_tells_no_points(shop):
    shop.task("Cook", 8)
    proposal = made(shop, order=("cost",))
    assert (proposal.objective, proposal.bound) == (None, None)
    assert set(proposal.aims[0]) == {"name", "gap", "proven"}
    assert "points" not in str(proposal.after)


def test_a_what_if_is_compared_again_by_the_same_aims(shop):
    shop.task("Cook", 8)
    away = {
        "kind": "person_away",
        "person_id": shop.mara.pk,
        "starts_on": shop.day(0),
        "ends_on": shop.day(3),
    }
    scenario = services.suppose_and_plan(
        name="Mara away",
        team=shop.team,
        adjustments=[away],
        by=shop.cast.alice,
        at=shop.at,
        order=("lateness", "cost"),
    )
    first = scenario.proposals.get()
    solve_proposal.call(proposal_id=first.pk)
    again = services.compare_again(scenario=scenario, by=shop.cast.alice, at=shop.at)
    assert again.order == first.order == ["lateness", "cost"]


def test_parts_know_the_order_and_tell_no_points(shop):
    for number in range(6):
        shop.task(f"Cook {number}", 4)
    proposal = made(shop, order=("makespan",), in_parts=True)
    assert proposal.state == proposal.State.READY
    parts = queries.parts_of(proposal)
    assert parts is not None
    assert parts.won is None
