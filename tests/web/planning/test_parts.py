"""A plan in parts: asked for on the page, told round by round while it goes and after."""

import pytest

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.models import Proposal
from tests.domains.planning.workshop import Workshop

ROUND = {"parts": 23, "tasks": 9_600, "held": 40, "seams": 1_699, "better": 20}
ROUND |= {"by_others": 11, "failed": 1}
TOLD = {
    "first": 1_000.0,
    "rounds": [{**ROUND, "objective": 900.0}, {**ROUND, "objective": 855.0}],
    "seconds": 30.0,
}


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def asked(shop, **changes) -> Proposal:
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=5
    )
    Proposal.objects.filter(pk=proposal.pk).update(**changes)
    return Proposal.objects.get(pk=proposal.pk)


def page(as_user, shop, proposal) -> str:
    return as_user(shop.cast.alice).get(f"/plan/proposals/{proposal.pk}/").text


@pytest.mark.parametrize(
    ("given", "kept"), [("", None), ("True", True), ("False", False)]
)
def test_somebody_may_say_whether_the_whole_is_cut(as_user, shop, given, kept):
    body = {"team": shop.team.pk, "seconds": 5, "in_parts": given}
    assert as_user(shop.cast.alice).post("/plan/propose/", body).status_code == 302
    assert Proposal.objects.get().in_parts is kept


def test_while_it_is_made_the_rounds_tell_of_the_best_plan_so_far(as_user, shop):
    told = page(as_user, shop, asked(shop, portfolio=TOLD))
    assert "14.5 % better by your weights than the first one" in told
    assert "10.0 %" in told
    assert "1 699" in told.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_a_plan_made_in_parts_says_what_was_coordinated(as_user, shop):
    proposal = asked(shop, state="ready", gap=0.1, seconds_used=30.0, portfolio=TOLD)
    Proposal.objects.filter(pk=proposal.pk).update(objective=846.45)
    told = page(as_user, shop, proposal)
    assert "Made in parts: 46 in 2 rounds" in told
    assert "won 1.0 % more across the seams" in told
    assert "22 parts went to other workers" in told
    assert "2 parts broke and stayed as they were" in told


def test_without_points_no_share_is_told(shop):
    rounds = [ROUND, ROUND]
    proposal = asked(shop, state="ready", objective=None, portfolio={"rounds": rounds})
    parts = queries.parts_of(proposal)
    assert (parts.won, parts.across) == (None, None)
    assert [row.won for row in parts.rounds] == [None, None]


def test_a_plan_made_as_a_whole_has_no_rounds(as_user, shop):
    proposal = asked(shop)
    assert queries.parts_of(proposal) is None
    assert "Made in parts" not in page(as_user, shop, proposal)


def test_a_program_asks_for_parts_and_reads_the_rounds(as_user, shop):
    alice = as_user(shop.cast.alice)
    url = "/api/v1/planning/proposals/"
    body = {"team_id": shop.team.pk, "seconds": 5, "in_parts": True}
    answer = alice.post(url, body, content_type="application/json")
    assert answer.status_code == 202
    assert answer.json()["rounds"] == []
    number = answer.json()["id"]
    assert Proposal.objects.get(pk=number).in_parts is True
    Proposal.objects.filter(pk=number).update(portfolio=TOLD)
    rounds = alice.get(f"{url}{number}/").json()["rounds"]
    assert [row["won"] for row in rounds] == [0.1, pytest.approx(0.05)]
    assert rounds[0]["seams"] == 1_699
