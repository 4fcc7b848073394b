"""What would help: asked for on the page of a plan, looked at, supposed with one press."""

import pytest

from quarterdeck.domains.planning.choices import DEFAULTS
from quarterdeck.domains.planning.models import LeverSearch, Proposal, Scenario
from tests.domains.planning.workshop import Workshop
from tests.web.counting import queries_of


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def proposal(shop):
    return Proposal.objects.create(
        team=shop.team,
        asked_by=shop.cast.alice,
        asked_at=shop.at,
        state=Proposal.State.READY,
        gap=0.1,
        seconds_used=1.0,
        weights=DEFAULTS,
        before={"finish": "2026-06-12", "load": None},
        after={"finish": "2026-06-12", "load": None},
    )


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


def told(**changes):
    row = {"finish": "2026-06-12", "late_tasks": 2, "late_days": 4.0, "unplaced": 0}
    return {**row, **changes}


def row(shop, number, **changes):
    task = shop.task(f"Roast {number}")
    what = {"kind": "fewer_hours", "task_id": task.pk, "hours": 6.0}
    more = {"number": number, "adjustment": what, "price": "6 h of work left out"}
    return told(**{"helps": True, "days_earlier": 0, **more, **changes})


def search(shop, proposal, rows, **base):
    return LeverSearch.objects.create(
        proposal=proposal,
        asked_at=shop.at,
        is_done=True,
        base=told(**base),
        rows=rows,
    )


def page(client, proposal, part=""):
    return client.get(f"/plan/proposals/{proposal.pk}/{part}").text


def test_it_is_asked_for_and_looked_at(alice, shop, proposal):
    assert "Find what would help" in page(alice, proposal)
    address = f"/plan/proposals/{proposal.pk}/levers/"
    answer = alice.post(f"{address}find/")
    assert answer.headers["Location"] == address
    assert "Waiting for a worker" in alice.get(address).text
    assert "see how far it is" in page(alice, proposal)
    part = alice.get(address, headers={"HX-Request": "true"})
    assert "HX-Redirect" not in part.headers
    assert alice.post(f"{address}find/").status_code == 409
    assert alice.post(f"{address}stop/").status_code == 302
    part = alice.get(address, headers={"HX-Request": "true"})
    assert part.headers["HX-Redirect"] == address
    assert "Stopped" in alice.get(address).text


def test_three_things_come_first_with_what_they_bring_and_ask_for(
    alice, shop, proposal
):
    better = {"finish": "2026-06-09", "days_earlier": 3, "late_tasks": 1}
    rows = [row(shop, n, **better, late_days=1.5) for n in (1, 2, 3, 4)]
    rows.append(row(shop, 5, helps=False))
    search(shop, proposal, rows)
    text = page(alice, proposal)
    assert "Three things that would bring the finish before 12 Jun 2026" in text
    assert "The task “Roast 3” asks for 6 h less." in text
    assert "Roast 4" not in text
    assert "3 days earlier, all done on 9 Jun 2026; 1 task late instead of 2" in text
    assert "2.5 days less lateness in all" in text
    text = page(alice, proposal, "levers/")
    assert "Without any change: all done on 12 Jun 2026, 2 tasks late." in text
    assert "Roast 4" in text and "Tried as well" in text
    assert "The finish and what is late stay the same" in text


@pytest.mark.parametrize(
    ("base", "changes", "headline"),
    [
        ({"finish": None}, {}, "One thing that would make a plan possible"),
        ({"unplaced": 2}, {}, "One thing that would bring more work into the plan"),
        ({}, {"late_days": 1.0}, "One thing that would make less of it late"),
        ({}, {"late_tasks": 1}, "One thing that would help most"),
        ({}, {"helps": False}, "Nothing that was tried would help"),
        ({"finish": None}, {"finish": None, "helps": False}, "Nothing that was tried"),
    ],
)
def test_the_headline_says_what_they_bring(
    alice, shop, proposal, base, changes, headline
):
    search(shop, proposal, [row(shop, 1, **changes)], **base)
    assert headline in page(alice, proposal, "levers/")


def test_one_press_makes_a_what_if(alice, shop, proposal):
    search(shop, proposal, [row(shop, 1, days_earlier=1)])
    answer = alice.post(f"/plan/proposals/{proposal.pk}/levers/1/suppose/")
    scenario = Scenario.objects.get()
    assert answer.headers["Location"] == f"/plan/what-if/{scenario.pk}/"
    assert "The task “Roast 1” asks for 6 h less." in page_of(alice, scenario)
    assert (
        alice.post(f"/plan/proposals/{proposal.pk}/levers/9/suppose/").status_code
        == 404
    )


def page_of(client, scenario):
    return client.get(f"/plan/what-if/{scenario.pk}/").text


def test_strangers_and_members_see_nothing_of_it(as_user, cast, shop, proposal):
    for user in (cast.bob, cast.charlie):
        client = as_user(user)
        assert client.get(f"/plan/proposals/{proposal.pk}/levers/").status_code == 404
        answer = client.post(f"/plan/proposals/{proposal.pk}/levers/find/")
        assert answer.status_code == 404
    assert not LeverSearch.objects.exists()


def test_other_methods_are_refused(alice, proposal):
    address = f"/plan/proposals/{proposal.pk}/levers/"
    assert alice.post(address).status_code == 405
    assert alice.get(f"{address}find/").status_code == 405
    assert alice.get(f"{address}1/suppose/").status_code == 405


def test_ten_changes_take_as_many_queries_as_two(alice, shop, proposal):
    address = f"/plan/proposals/{proposal.pk}/levers/"
    search(shop, proposal, [row(shop, n) for n in range(2)])
    few = queries_of(alice, address)
    search(shop, proposal, [row(shop, n) for n in range(10)])
    assert queries_of(alice, address) == few
