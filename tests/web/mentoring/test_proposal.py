"""Proposed pairs: asked for, made, chosen with checkboxes."""

from datetime import UTC, datetime

import pytest

from quarterdeck.domains.mentoring.models import (
    Mentorship,
    PairingProposal,
    ProposedPair,
)
from tests.jobs_running import run_jobs
from tests.web.counting import queries_of


def work():
    run_jobs(datetime.now(UTC))


@pytest.fixture
def proposal(as_user, cast, room):
    client = as_user(cast.alice)
    answer = client.post("/mentoring/proposals/propose/")
    here = answer.headers["Location"]
    assert "Looking for pairs" in client.get(here).text
    partly = client.get(here, headers={"HX-Request": "true"})
    assert "HX-Redirect" not in partly.headers
    work()
    partly = client.get(here, headers={"HX-Request": "true"})
    assert partly.headers["HX-Redirect"] == here
    return here


def test_it_says_why_and_asks_those_chosen(as_user, cast, proposal):
    client = as_user(cast.alice)
    page = client.get(proposal).text
    assert "wishes for a mentor in Baking" in page and "nobody else could" in page
    assert client.post(f"{proposal}suggest/", {}).status_code == 409
    line = ProposedPair.objects.get()
    client.post(f"{proposal}suggest/", {"line": [str(line.pk), "x"]})
    assert Mentorship.objects.get().waits
    assert "suggested" in client.get(proposal).text
    assert "Charlie could be your mentor" in as_user(cast.bob).get("/").text


def test_who_is_left_is_told_with_the_reason(as_user, cast, room, at):
    from quarterdeck.domains.mentoring import services

    services.withdraw_offer(offer=room.offer, by=cast.charlie, at=at)
    client = as_user(cast.alice)
    here = client.post("/mentoring/proposals/propose/").headers["Location"]
    work()
    page = client.get(here).text
    assert "No pair was found" in page and "nobody offers it" in page


@pytest.mark.parametrize("who", ["dana", "bob", "charlie", "olga", "gwen"])
def test_others_do_not_find_it(as_user, cast, proposal, who):
    client = as_user(getattr(cast, who))
    assert client.get(proposal).status_code == 404
    assert client.post(f"{proposal}suggest/", {"line": "1"}).status_code == 404


@pytest.mark.parametrize("who", ["bob", "olga", "gwen"])
def test_who_leads_nobody_proposes_nothing(as_user, cast, room, who):
    client = as_user(getattr(cast, who))
    assert client.post("/mentoring/proposals/propose/").status_code == 403
    assert "Propose pairs" not in client.get("/mentoring/led/").text
    assert not PairingProposal.objects.exists()


def test_get_is_405(as_user, cast, proposal):
    client = as_user(cast.alice)
    assert client.get("/mentoring/proposals/propose/").status_code == 405
    assert client.get(f"{proposal}suggest/").status_code == 405


def test_it_costs_the_same_with_many(as_user, cast, at, proposal, room):
    client, first = as_user(cast.alice), ProposedPair.objects.get()
    client.get(proposal)
    pages = [proposal, "/mentoring/led/"]
    few = [queries_of(client, page) for page in pages]
    for number in range(12):
        person = cast.person(cast._join(f"Pia {number}", cast.support))
        wish = type(room.wish).objects.create(
            person=person, theme="T", created_at=at, updated_at=at
        )
        ProposedPair.objects.create(
            proposal=first.proposal, person=person, wish=wish, mentor=first.mentor
        )
    assert [queries_of(client, page) for page in pages] == few
