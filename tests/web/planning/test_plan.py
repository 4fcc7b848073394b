"""The plan page: what a plan would be about, and asking for one."""

import pytest

from quarterdeck.domains.planning.models import Proposal
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def test_it_counts_what_can_and_cannot_be_planned(as_user, shop):
    shop.task("Cook")
    shop.task("Taste", None)
    page = as_user(shop.cast.alice).get("/plan/").text
    assert "<b>2</b> open tasks" in page
    assert "<b>1</b> without an estimate" in page


def test_who_leads_nobody_is_told_so(as_user, shop):
    assert "You lead no team" in as_user(shop.cast.bob).get("/plan/").text


def test_asking_leads_to_the_proposal_with_the_chosen_weights(as_user, shop):
    shop.task("Cook")
    body = {"team": shop.team.pk, "seconds": "5", "stability": "9"}
    answer = as_user(shop.cast.alice).post("/plan/propose/", body)
    proposal = Proposal.objects.get()
    assert answer.headers["Location"] == f"/plan/proposals/{proposal.pk}/"
    assert (proposal.seconds, proposal.weights["stability"]) == (5, 9)
    assert proposal.weights["lateness"] == 10


def test_a_weight_below_nothing_is_named(as_user, shop):
    body = {"team": shop.team.pk, "seconds": "5", "stability": "-1"}
    answer = as_user(shop.cast.alice).post("/plan/propose/", body)
    assert answer.status_code == 422
    assert "greater than or equal to 0" in answer.text


def test_the_same_form_sent_twice_asks_once(as_user, shop):
    body = {"team": shop.team.pk, "seconds": "5", "request_key": "k"}
    for _ in range(2):
        as_user(shop.cast.alice).post("/plan/propose/", body)
    assert Proposal.objects.count() == 1
